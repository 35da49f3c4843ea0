#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/commands.h"
#include "model/limits.h"

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
  CLI::Option* each_line =
      assess_command
          ->add_flag("--lines", assess.lines, "one answers object a line of standard input, one assessment a line out")
          ->excludes(answers);
  assess_command->add_option("--jobs", assess.jobs, "lines worked on at once; 0 for as many as there are cores")
      ->check(CLI::Range(0U, waymark::most_jobs))
      ->needs(each_line);
  assess_command->add_option("--detail", assess.detail,
                             "programmes to explain: all, the first N, or ids with commas between them");
  add_today(*assess_command, today, true);
  const std::map<std::string, waymark::Interview> interviews = {{"full", waymark::Interview::full},
                                                                {"quick", waymark::Interview::quick}};
  assess_command->add_option("--interview", assess.interview, "how the next question is picked: full or quick")
      ->transform(CLI::CheckedTransformer(interviews));
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
  CLI::App* bundle_command = app.add_subcommand(
      "bundle", "Write a pack as the page fetches it: bundle.json, the texts, and model.bin, which its core opens");
  bundle_command->add_option("PACK", bundle.pack, "folder of a pack")->required();
  bundle_command->add_option("-o,--output", bundle.folder, "folder to write to")->required();
  bundle_command->callback([&] { status = waymark::run_bundle(bundle); });

  waymark::StampOptions stamp;
  CLI::App* stamp_command =
      app.add_subcommand("stamp", "Record that a translation says what the first language says now");
  stamp_command->add_option("PACK", stamp.pack, "folder of a pack")->required();
  stamp_command->add_option("LANGUAGE", stamp.language, "such as cy")->required();
  stamp_command->callback([&] { status = waymark::run_stamp(stamp); });

  waymark::SimulateOptions simulate;
  CLI::App* simulate_command =
      app.add_subcommand("simulate", "Interview made-up people, in full and by the quick check");
  simulate_command->add_option("PACK", simulate.pack, "folder of a pack or a bundle")->required();
  simulate_command->add_option("--people", simulate.people, "how many people")
      ->required()
      ->check(CLI::Range(1, 10'000'000));
  simulate_command->add_option("--seed", simulate.seed, "the same seed makes the same people")->required();
  simulate_command->add_option("--jobs", simulate.jobs, "people interviewed at once; 0 for as many as there are cores")
      ->check(CLI::Range(0U, waymark::most_jobs));
  add_today(*simulate_command, today, false);
  simulate_command->callback([&] {
    simulate.today = today;
    status = waymark::run_simulate(simulate);
  });

  waymark::SaveOptions save;
  CLI::App* save_command = app.add_subcommand("save", "Write answers as a save file");
  save_command->add_option("PACK", save.pack, "folder of a pack or a bundle")->required();
  save_command->add_option("ANSWERS", save.answers, "file of answers; - for standard input")->required();
  save_command->add_option("-o,--output", save.output, "file to write to, instead of standard output");
  add_today(*save_command, today, true);
  save_command->callback([&] {
    save.today = *today;
    status = waymark::run_save(save);
  });

  waymark::RestoreOptions restore;
  CLI::App* restore_command =
      app.add_subcommand("restore", "Read a save file; print its answers, and tell what is left out and why");
  restore_command->add_option("PACK", restore.pack, "folder of a pack or a bundle")->required();
  restore_command->add_option("FILE", restore.file, "save file; - for standard input")->required();
  add_today(*restore_command, today, false);
  restore_command->callback([&] {
    restore.today = today;
    status = waymark::run_restore(restore);
  });

  waymark::CompareOptions compare;
  CLI::App* compare_command =
      app.add_subcommand("compare", "Compare two save files, each at its day; print what changed as JSON");
  compare_command->add_option("PACK", compare.pack, "folder of a pack or a bundle")->required();
  compare_command->add_option("BEFORE", compare.before, "save file")->required();
  compare_command->add_option("AFTER", compare.after, "save file, or the same one with --today")->required();
  add_today(*compare_command, today, false);
  compare_command->callback([&] {
    compare.today = today;
    status = waymark::run_compare(compare);
  });

  waymark::ReachOptions reach;
  CLI::App* reach_command =
      app.add_subcommand("reach", "Prove that every question, band and verdict of a pack can be reached");
  reach_command->add_option("PACK", reach.pack, "folder of a pack")->required();
  add_today(*reach_command, today, false);
  CLI::Option* json = reach_command->add_flag("--json", reach.json, "every claim and its example, as JSON");
  reach_command->add_flag("--examples", reach.examples, "tell the answers that show each claim")->excludes(json);
  reach_command->callback([&] {
    reach.today = today;
    status = waymark::run_reach(reach);
  });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? waymark::success : waymark::misuse;
  }
  return status;
}
