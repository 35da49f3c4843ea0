#include "rules/parser.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "model/limits.h"
#include "rules/lexer.h"
#include "text/closest.h"

namespace waymark {
namespace {

constexpr std::string_view reserved_words[] = {"as",        "break",  "const",  "continue", "else", "for",
                                               "function",  "if",     "import", "let",      "loop", "package",
                                               "namespace", "return", "var",    "void",     "while"};

struct BinaryOperator {
  std::string_view symbol;
  int precedence;
  Operation operation;
};

constexpr int relation_precedence = 3;

constexpr BinaryOperator binary_operators[] = {
    {"||", 1, Operation::logical_or},
    {"&&", 2, Operation::logical_and},
    {"==", relation_precedence, Operation::equal},
    {"!=", relation_precedence, Operation::not_equal},
    {"<", relation_precedence, Operation::less},
    {"<=", relation_precedence, Operation::less_or_equal},
    {">", relation_precedence, Operation::greater},
    {">=", relation_precedence, Operation::greater_or_equal},
    {"in", relation_precedence, Operation::in},
    {"+", 4, Operation::add},
    {"-", 4, Operation::subtract},
    {"*", 5, Operation::multiply},
    {"/", 5, Operation::divide},
    {"%", 5, Operation::modulo},
};

struct Function {
  std::string_view name;
  bool method;
  std::uint32_t operands;  ///< a method's target counts
  Operation operation;
};

constexpr Function functions[] = {
    {"size", false, 1, Operation::size},
    {"size", true, 1, Operation::size},
    {"int", false, 1, Operation::to_integer},
    {"double", false, 1, Operation::to_real},
    {"startsWith", true, 2, Operation::starts_with},
    {"endsWith", true, 2, Operation::ends_with},
    {"contains", true, 2, Operation::contains},
};

struct Macro {
  std::string_view name;
  std::uint32_t arguments;
  Operation operation;
};

constexpr Macro macros[] = {
    {"all", 2, Operation::macro_all},
    {"exists", 2, Operation::macro_exists},
    {"exists_one", 2, Operation::macro_exists_one},
    {"filter", 2, Operation::macro_filter},
    {"map", 2, Operation::macro_map},
    {"map", 3, Operation::macro_map_filter},
};

bool is_reserved(std::string_view word) {
  return word == "in" ||
         std::find(std::begin(reserved_words), std::end(reserved_words), word) != std::end(reserved_words);
}

bool is_literal(std::string_view word) { return word == "true" || word == "false" || word == "null"; }

/// What CEL has beside the subset, so that it can be refused by name.
constexpr std::string_view outside_functions[] = {
    "bool",         "bytes",        "duration",    "dyn",      "getDate",         "getDayOfMonth",
    "getDayOfWeek", "getDayOfYear", "getFullYear", "getHours", "getMilliseconds", "getMinutes",
    "getMonth",     "getSeconds",   "has",         "matches",  "string",          "timestamp",
    "type",         "uint"};

class Parser {
 public:
  Parser(std::string_view rule, const NameTable& names, std::vector<RuleFault>& faults)
      : names_(names), faults_(faults), tokens_(lex_rule(rule, faults)) {}

  Expression run() {
    if (!faults_.empty()) return {};
    if (peek().kind == TokenKind::end) {
      fail(peek().span, "the rule is empty");
      return {};
    }
    expression_.root = parse_conditional();
    if (!failed_ && peek().kind != TokenKind::end)
      fail(peek().span, "the rule should end here, or an operator is missing");
    return std::move(expression_);
  }

 private:
  // --- tokens ---
  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  const Token& take() {
    const Token& token = peek();
    if (at_ + 1 < tokens_.size()) ++at_;
    return token;
  }
  bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::symbol && peek(ahead).spelling == symbol;
  }
  bool take_symbol(std::string_view symbol) {
    if (!at_symbol(symbol)) return false;
    take();
    return true;
  }
  void expect_symbol(std::string_view symbol, std::string_view where) {
    if (take_symbol(symbol) || failed_) return;
    fail(peek().span, {"expected ", symbol, " ", where});
  }

  // --- faults ---
  std::uint32_t fail(RuleSpan span, Message message, DiagnosticCode code = DiagnosticCode::rule_syntax) {
    // What follows a first fault of form is mostly its echo.
    if (!failed_) faults_.push_back({code, {span.begin, std::max(span.end, span.begin + 1)}, std::move(message), {}});
    failed_ = true;
    return 0;
  }
  std::uint32_t outside_subset(RuleSpan span, std::string_view what) {
    return fail(span, {what, " outside the subset of CEL that rules use"}, DiagnosticCode::rule_outside_subset);
  }

  // --- nodes ---
  std::uint32_t add(Operation operation, RuleSpan span, std::uint32_t first, std::span<const std::uint32_t> operands) {
    ExpressionNode node;
    node.operation = operation;
    node.first = first;
    node.span = span;
    node.operands_at = static_cast<std::uint32_t>(expression_.operands.size());
    node.operand_count = static_cast<std::uint32_t>(operands.size());
    std::uint32_t depth = 0;
    for (const std::uint32_t operand : operands) {
      expression_.operands.push_back(operand);
      if (operand < depths_.size()) depth = std::max(depth, depths_[operand]);
    }
    expression_.nodes.push_back(node);
    depths_.push_back(depth + 1);
    if (depth >= deepest_rule) too_deep(span);
    return static_cast<std::uint32_t>(expression_.nodes.size() - 1);
  }
  std::uint32_t add(Operation operation, RuleSpan span, std::initializer_list<std::uint32_t> operands,
                    std::uint32_t first = 0) {
    return add(operation, span, first, std::span(operands.begin(), operands.size()));
  }
  std::uint32_t add_constant(RuleSpan span, Value value) {
    expression_.constants.push_back(value);
    return add(Operation::constant, span, {}, static_cast<std::uint32_t>(expression_.constants.size() - 1));
  }
  std::uint32_t add_undeclared(RuleSpan span, EvaluationError error, std::span<const std::uint32_t> operands) {
    return add(Operation::undeclared, span, static_cast<std::uint32_t>(error), operands);
  }
  RuleSpan span_of(std::uint32_t node) const {
    return node < expression_.nodes.size() ? expression_.nodes[node].span : RuleSpan{};
  }
  std::uint32_t too_deep(RuleSpan span) {
    return fail(span, {"the rule is nested more than ", std::to_string(deepest_rule), " deep"},
                DiagnosticCode::rule_too_large);
  }

  struct Nesting {
    explicit Nesting(std::uint32_t& counted) : depth(counted) { ++depth; }
    ~Nesting() { --depth; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    std::uint32_t& depth;
  };

  // --- grammar ---
  std::uint32_t parse_conditional() {
    const Nesting nesting(nesting_);
    if (nesting_ > deepest_rule) return too_deep(peek().span);
    const std::uint32_t condition = parse_binary(1);
    if (failed_ || !take_symbol("?")) return condition;
    const std::uint32_t then = parse_binary(1);
    expect_symbol(":", "between the two outcomes of ?");
    if (failed_) return 0;
    const std::uint32_t otherwise = parse_conditional();
    return add(Operation::conditional, {span_of(condition).begin, span_of(otherwise).end},
               {condition, then, otherwise});
  }

  std::optional<BinaryOperator> peek_operator() const {
    const Token& token = peek();
    if (token.kind != TokenKind::symbol && token.kind != TokenKind::identifier) return std::nullopt;
    for (const BinaryOperator& candidate : binary_operators)
      if (candidate.symbol == token.spelling) return candidate;
    return std::nullopt;
  }

  std::uint32_t parse_binary(int lowest) {
    std::uint32_t left = parse_unary();
    for (;;) {
      if (failed_) return 0;
      const auto found = peek_operator();
      if (!found || found->precedence < lowest) return left;
      left = found->precedence < relation_precedence ? parse_chain(left, *found) : parse_pair(left, *found);
    }
  }

  std::uint32_t parse_pair(std::uint32_t left, const BinaryOperator& op) {
    take();
    const std::uint32_t right = parse_binary(op.precedence + 1);
    return add(op.operation, {span_of(left).begin, span_of(right).end}, {left, right});
  }

  // && and || become one node with all their operands, so that a long chain is not a deep tree.
  std::uint32_t parse_chain(std::uint32_t left, const BinaryOperator& op) {
    std::vector<std::uint32_t> operands = {left};
    while (!failed_ && take_symbol(op.symbol)) operands.push_back(parse_binary(op.precedence + 1));
    return add(op.operation, {span_of(left).begin, span_of(operands.back()).end}, 0, operands);
  }

  std::uint32_t parse_unary() {
    const Token& token = peek();
    if (token.kind == TokenKind::symbol && (token.spelling == "-" || token.spelling == "!")) {
      const Nesting nesting(nesting_);
      if (nesting_ > deepest_rule) return too_deep(token.span);
      take();
      const bool minus = token.spelling == "-";
      if (minus && peek().kind == TokenKind::integer) return parse_members(parse_integer(token.span.begin, true));
      // CEL's grammar repeats one of the two signs, and never mixes them.
      const std::uint32_t operand = at_symbol(minus ? "-" : "!") ? parse_unary() : parse_members(parse_primary());
      return add(minus ? Operation::negate : Operation::logical_not, {token.span.begin, span_of(operand).end},
                 {operand});
    }
    return parse_members(parse_primary());
  }

  std::uint32_t parse_integer(std::uint32_t begin, bool negative) {
    const Token& token = take();
    constexpr std::uint64_t lowest_magnitude = std::uint64_t{1} << 63;
    if (!negative && token.integer == lowest_magnitude) return fail(token.span, "the number does not fit in 64 bits");
    const auto value = static_cast<std::int64_t>(negative ? 0 - token.integer : token.integer);
    return add_constant({begin, token.span.end}, Value::of(value));
  }

  std::uint32_t parse_primary() {
    const Token& token = peek();
    switch (token.kind) {
      case TokenKind::integer: return parse_integer(token.span.begin, false);
      case TokenKind::real: take(); return add_constant(token.span, Value::of(token.real));
      case TokenKind::string: return parse_text();
      case TokenKind::identifier: return parse_name();
      case TokenKind::symbol: break;
      case TokenKind::end: return fail(token.span, "the rule ends too early");
    }
    if (take_symbol("(")) {
      const std::uint32_t inner = parse_conditional();
      expect_symbol(")", "to close the bracket");
      return inner;
    }
    if (at_symbol("[")) return parse_list();
    if (at_symbol("{")) return outside_subset(token.span, "maps are");
    if (at_symbol(".")) return outside_subset(token.span, "names that start with a dot are");
    return fail(token.span, "expected a value here");
  }

  std::uint32_t parse_text() {
    const Token& token = take();
    const std::string& text = expression_.texts.emplace_back(token.text);
    return add_constant(token.span, Value::of(std::string_view(text)));
  }

  std::uint32_t parse_list() {
    const std::uint32_t begin = take().span.begin;
    const std::vector<std::uint32_t> elements = parse_arguments("]", "to close the list");
    return add(Operation::list, {begin, previous_end()}, keep_constant_list(expression_, elements), elements);
  }

  std::vector<std::uint32_t> parse_arguments(std::string_view close, std::string_view where) {
    std::vector<std::uint32_t> arguments;
    while (!failed_ && !at_symbol(close)) {
      arguments.push_back(parse_conditional());
      if (!take_symbol(",")) break;
      if (close == ")" && at_symbol(close)) fail(peek().span, "an argument is missing after the comma");
    }
    expect_symbol(close, where);
    return arguments;
  }

  std::uint32_t previous_end() const { return at_ > 0 ? tokens_[at_ - 1].span.end : 0; }

  std::uint32_t parse_name() {
    const Token& token = take();
    const std::string_view name = token.spelling;
    if (name == "true" || name == "false") return add_constant(token.span, Value::of(name == "true"));
    if (name == "null") return outside_subset(token.span, "null is");
    if (is_reserved(name)) return fail(token.span, {"\"", name, "\" is a reserved word of CEL and cannot be a name"});
    if (at_symbol("(")) return parse_call(token, {}, false);
    if (at_symbol("{")) return outside_subset(token.span, "messages are");
    for (std::size_t i = locals_.size(); i-- > 0;)
      if (locals_[i] == name) return add(Operation::local, token.span, {}, static_cast<std::uint32_t>(i));
    if (const std::uint32_t* slot = names_.find(name)) return add(Operation::name, token.span, {}, *slot);
    const std::vector<std::string_view> known = names_.names();
    faults_.push_back({DiagnosticCode::rule_undeclared_name,
                       token.span,
                       {"nothing is called \"", name, "\""},
                       did_you_mean(name, known)});
    return add_undeclared(token.span, EvaluationError::undeclared_name, {});
  }

  std::uint32_t parse_members(std::uint32_t target) {
    while (!failed_) {
      if (at_symbol("[")) {
        take();
        const std::uint32_t position = parse_conditional();
        expect_symbol("]", "to close the index");
        target = add(Operation::index, {span_of(target).begin, previous_end()}, {target, position});
      } else if (at_symbol(".")) {
        take();
        const Token& member = take();
        if (member.kind != TokenKind::identifier) return fail(member.span, "expected a method's name after the dot");
        if (!at_symbol("(")) return outside_subset(member.span, "fields of messages are");
        target = parse_call(member, target, true);
      } else {
        return target;
      }
    }
    return 0;
  }

  std::uint32_t parse_call(const Token& name, std::uint32_t target, bool method) {
    const std::uint32_t begin = method ? span_of(target).begin : name.span.begin;
    take();  // the opening bracket
    if (method)
      if (const Macro* macro = find_macro(name.spelling)) return parse_macro(*macro, name, target);
    std::vector<std::uint32_t> operands;
    if (method) operands.push_back(target);
    for (const std::uint32_t argument : parse_arguments(")", "to close the call")) operands.push_back(argument);
    const RuleSpan span = {begin, previous_end()};
    for (const Function& function : functions)
      if (function.name == name.spelling && function.method == method && function.operands == operands.size())
        return add(function.operation, span, 0, operands);
    if (!failed_) undeclared_function(name, method, operands.size());
    return add_undeclared(span, EvaluationError::undeclared_function, operands);
  }

  void undeclared_function(const Token& name, bool method, std::size_t operand_count) {
    if (std::find(std::begin(outside_functions), std::end(outside_functions), name.spelling) !=
        std::end(outside_functions)) {
      outside_subset(name.span, name.spelling == "has" ? "has() is" : "this function of CEL is");
      return;
    }
    std::vector<std::string_view> known;
    for (const Macro& macro : macros)
      if (macro.name == name.spelling && method) {
        fail(name.span,
             {name.spelling, "() names its variable first and then says something of it, as in x, x == 'a'"});
        return;
      }
    for (const Function& function : functions) {
      if (function.name == name.spelling && function.method == method) {
        faults_.push_back({DiagnosticCode::rule_undeclared_name,
                           name.span,
                           {name.spelling, "() takes ", std::to_string(function.operands - (method ? 1 : 0)),
                            " argument(s), not ", std::to_string(operand_count - (method ? 1 : 0))},
                           {}});
        return;
      }
      known.push_back(function.name);
    }
    for (const Macro& macro : macros) known.push_back(macro.name);
    faults_.push_back(
        {DiagnosticCode::rule_undeclared_name,
         name.span,
         {"the subset of CEL that rules use has no ", method ? "method" : "function", " \"", name.spelling, "\""},
         did_you_mean(name.spelling, known)});
  }

  /// The macro of a call whose opening bracket was just taken, by its name and its number of arguments.
  const Macro* find_macro(std::string_view name) const {
    const std::size_t arguments = count_arguments();
    for (const Macro& macro : macros)
      if (macro.name == name && macro.arguments == arguments) return &macro;
    return nullptr;
  }

  std::size_t count_arguments() const {
    if (at_symbol(")")) return 0;
    std::size_t count = 1;
    std::size_t open = 0;
    for (std::size_t ahead = 0; peek(ahead).kind != TokenKind::end; ++ahead) {
      if (peek(ahead).kind != TokenKind::symbol) continue;
      const std::string_view symbol = peek(ahead).spelling;
      if (symbol == "(" || symbol == "[" || symbol == "{") ++open;
      if (symbol == ")" || symbol == "]" || symbol == "}") {
        if (open == 0) return count;
        --open;
      }
      if (symbol == "," && open == 0) ++count;
    }
    return count;
  }

  std::uint32_t parse_macro(const Macro& macro, const Token& name, std::uint32_t range) {
    const Token& variable = take();
    if (variable.kind != TokenKind::identifier || is_reserved(variable.spelling) || is_literal(variable.spelling) ||
        !at_symbol(","))
      return fail(variable.span, {name.spelling, "() names its variable first, as in x, x == 'a'"});
    locals_.push_back(variable.spelling);
    const auto depth = static_cast<std::uint32_t>(locals_.size() - 1);
    std::vector<std::uint32_t> operands = {range};
    for (std::uint32_t i = 1; i < macro.arguments && !failed_; ++i) {
      expect_symbol(",", "between the arguments");
      operands.push_back(parse_conditional());
    }
    locals_.pop_back();
    expect_symbol(")", "to close the call");
    return add(macro.operation, {span_of(range).begin, previous_end()}, depth, operands);
  }

  const NameTable& names_;
  std::vector<RuleFault>& faults_;
  std::vector<Token> tokens_;
  std::vector<std::string_view> locals_;
  std::vector<std::uint32_t> depths_;
  Expression expression_;
  std::size_t at_ = 0;
  std::uint32_t nesting_ = 0;
  bool failed_ = false;
};

}  // namespace

Expression parse_rule(std::string_view rule, const NameTable& names, std::vector<RuleFault>& faults) {
  if (rule.size() > longest_rule) {
    faults.push_back({DiagnosticCode::rule_too_large,
                      {0, 1},
                      {"the rule is longer than ", std::to_string(longest_rule), " bytes"},
                      {}});
    return {};
  }
  return Parser(rule, names, faults).run();
}

bool can_evaluate(const std::vector<RuleFault>& faults) {
  return std::all_of(faults.begin(), faults.end(),
                     [](const RuleFault& fault) { return fault.code == DiagnosticCode::rule_undeclared_name; });
}

}  // namespace waymark
