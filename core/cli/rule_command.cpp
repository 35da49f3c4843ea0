#include <algorithm>

#include "cli/commands.h"
#include "cli/pack_folder.h"
#include "cli/terminal.h"
#include "reading/bindings_reader.h"
#include "reading/json_reader.h"
#include "rules/evaluate.h"
#include "rules/parser.h"
#include "writing/json_writer.h"
#include "writing/value_writer.h"

namespace waymark {
namespace {

std::string write_error(std::string_view message) {
  JsonWriter json;
  return json.open_object().key("error").text(message).close_object().take();
}

/// The names that a rule can read and their values; slot numbers also name the causes of unknowns.
class Bindings {
 public:
  /// An error's message, or nothing.
  std::optional<std::string> bind(const JsonValue& json) {
    const auto* object = json.as<JsonObject>();
    if (object == nullptr) return "bindings are an object, {\"name\": value}";
    for (const JsonMember& member : object->members) {
      const auto value = read_binding(member.value, workspace_);
      if (!value)
        return "the binding of \"" + member.key + "\" is " + std::string(describe(member.value)) +
               ", outside the subset of CEL that rules use";
      add(member.key, *value);
    }
    return std::nullopt;
  }

  void leave_unknown(std::string_view name) {
    const std::span<std::uint32_t> cause = workspace_.take<std::uint32_t>(1);
    cause[0] = static_cast<std::uint32_t>(names_.size());
    add(name, Value::unknown(cause));
  }

  std::string evaluate(std::string_view rule) {
    std::vector<RuleFault> faults;
    const Expression expression = parse_rule(rule, table_, faults);
    if (!can_evaluate(faults)) return write_error(told(faults.front()));
    const Value value = waymark::evaluate(expression, values_, workspace_);
    const bool undeclared = value.is(ValueKind::error) && (value.error == EvaluationError::undeclared_name ||
                                                           value.error == EvaluationError::undeclared_function);
    return undeclared ? write_error(told(faults.front())) : write_outcome(value, names_);
  }

 private:
  static std::string told(const RuleFault& fault) {
    return "at character " + std::to_string(fault.span.begin + 1) + ": " + fault.message.text();
  }

  void add(std::string_view name, const Value& value) {
    table_.declare(name, static_cast<std::uint32_t>(names_.size()));
    names_.push_back(name);
    values_.push_back(value);
  }

  NameTable table_;
  std::vector<std::string_view> names_;
  std::vector<Value> values_;
  Workspace workspace_;
};

std::optional<JsonValue> read(const std::vector<SourceText>& sources, std::string& failure) {
  Reporter reporter(sources);
  auto json = read_json(0, reporter);
  if (!json) failure = to_line(reporter.so_far().front());
  return json;
}

/// One line of input: {"rule": ..., "bindings": {...}, "unknown": [...]}. Other members are the caller's own.
/// Nothing if the line is not of that form; then `failure` says why.
std::optional<std::string> evaluate_line(std::string line, std::string& failure) {
  const std::vector<SourceText> sources = {{{}, std::move(line)}};
  const auto json = read(sources, failure);
  if (!json) return std::nullopt;
  const auto* object = json->as<JsonObject>();
  const JsonValue* rule = object != nullptr ? object->find("rule") : nullptr;
  if (rule == nullptr || rule->as<std::string>() == nullptr) {
    failure = "a line is an object with the text \"rule\"";
    return std::nullopt;
  }
  Bindings bindings;
  if (const JsonValue* bound = object->find("bindings"))
    if (const auto error = bindings.bind(*bound)) return write_error(*error);
  if (const JsonValue* unknown = object->find("unknown")) {
    const auto* names = unknown->as<JsonArray>();
    if (names == nullptr || !std::all_of(names->items.begin(), names->items.end(),
                                         [](const JsonValue& name) { return name.as<std::string>() != nullptr; })) {
      failure = "\"unknown\" is a list of names";
      return std::nullopt;
    }
    for (const JsonValue& name : names->items) bindings.leave_unknown(*name.as<std::string>());
  }
  return bindings.evaluate(*rule->as<std::string>());
}

int evaluate_lines() {
  int status = success;
  for (std::size_t number = 1; auto line = read_line(); ++number) {
    std::string failure;
    const auto outcome = evaluate_line(std::move(*line), failure);
    print_line(outcome ? *outcome : write_error(failure));
    if (outcome) continue;
    print_failure("line " + std::to_string(number) + ": " + failure);
    status = faulty_input;
  }
  return status;
}

}  // namespace

int run_rule(const RuleOptions& options) {
  if (options.lines) {
    const int status = evaluate_lines();
    return output_is_whole() ? status : static_cast<int>(misuse);
  }
  std::vector<SourceText> sources;
  std::optional<JsonValue> json;
  Bindings bindings;
  if (!options.bindings.empty()) {
    auto text = read_file(options.bindings);
    if (!text) {
      print_failure("cannot read the bindings file " + options.bindings);
      return misuse;
    }
    sources.push_back({options.bindings, std::move(*text)});
    std::string failure;
    json = read(sources, failure);
    const auto error = json ? bindings.bind(*json) : failure;
    if (error) {
      print_failure(*error);
      return faulty_input;
    }
  }
  for (const std::string& name : options.unknown) bindings.leave_unknown(name);
  print_line(bindings.evaluate(options.rule));
  return output_is_whole() ? success : misuse;
}

}  // namespace waymark
