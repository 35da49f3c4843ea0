#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/commands.h"

namespace {

/// Accepts a day and turns it into a date.
void add_today(CLI::App& command, std::optional<waymark::Date>& today, bool required) {
  command
      .add_option_function<std::string>(
          "--today",
          [&today](const std::string& text) {
            today = waymark::parse_date(text);
            if (!today) throw CLI::ValidationError("--today", "\"" + text + "\" is no day; write it as 2026-11-22");
          },
          "the day to assess at, YYYY-MM-DD")
      ->required(required);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app{"Waymark: assesses what a person returning to STEM work needs, and which programmes they can join"};
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  int status = waymark::success;
  std::optional<waymark::Date> today;

  waymark::CheckOptions check;
  CLI::App* check_command = app.add_subcommand("check", "Check packs; print each fault as file:line:column");
  check_command->add_option("PACK", check.packs, "folders of packs")->required();
  add_today(*check_command, today, false);
  check_command->callback([&] {
    check.today = today;
    status = waymark::run_check(check);
  });

  waymark::AssessOptions assess;
  CLI::App* assess_command = app.add_subcommand("assess", "Assess answers; print the assessment as JSON");
  assess_command->add_option("PACK", assess.pack, "folder of a pack or a bundle")->required();
  CLI::Option* answers = assess_command->add_option("ANSWERS", assess.answers, "file of answers; - for standard input");
  assess_command
      ->add_flag("--lines", assess.lines, "one answers object a line of standard input, one assessment a line out")
      ->excludes(answers);
  add_today(*assess_command, today, true);
  assess_command->callback([&] {
    assess.today = *today;
    status = waymark::run_assess(assess);
  });

  waymark::RuleOptions rule;
  CLI::App* rule_command = app.add_subcommand("rule", "Evaluate a rule as CEL; print its value as JSON");
  CLI::Option* expression = rule_command->add_option("EXPRESSION", rule.rule, "the rule");
  rule_command->add_option("--bindings", rule.bindings, "JSON file with the values of names");
  rule_command->add_option("--unknown", rule.unknown, "names without a value")->delimiter(',');
  CLI::Option* lines = rule_command->add_flag(
      "--lines", rule.lines,
      "one {\"rule\", \"bindings\", \"unknown\"} a line of standard input, one outcome a line out");
  lines->excludes(expression);
  rule_command->callback([&] {
    if (!rule.lines && expression->count() == 0) throw CLI::RequiredError("EXPRESSION or --lines");
    status = waymark::run_rule(rule);
  });

  waymark::BundleOptions bundle;
  CLI::App* bundle_command = app.add_subcommand("bundle", "Write a pack as the page fetches it");
  bundle_command->add_option("PACK", bundle.pack, "folder of a pack")->required();
  bundle_command->add_option("-o,--output", bundle.folder, "folder to write to")->required();
  bundle_command->callback([&] { status = waymark::run_bundle(bundle); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? waymark::success : waymark::misuse;
  }
  return status;
}
