#include "compiling/model_reader.h"

#include <cstring>

#include "compiling/compiled_form.h"
#include "compiling/model_fields.h"
#include "model/dependencies.h"
#include "text/checksum.h"

namespace waymark {
namespace {

using namespace compiling;

/// Such bytes stand in ids, so that they are never escaped where they are written.
bool is_id_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

std::uint64_t unsigned_from(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// Takes fields from bytes. After the first that cannot be, nothing is left to take: counts are 0, and numbers the
/// lowest that they can be.
class Reader {
 public:
  static constexpr bool reads = true;
  template <typename T>
  using Access = T&;

  explicit Reader(std::string_view bytes) : left_(bytes) {}

  std::optional<Model> run() {
    fields(*this, model_);
    require(left_.empty());
    if (!sound_ || !hangs_together()) return std::nullopt;
    return std::move(model_);
  }

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] bool is_sound() const { return sound_; }
  void require(bool holds) {
    if (holds) return;
    sound_ = false;
    left_ = {};
  }

  void let_rules_read(std::size_t slots) { slots_ = slots; }
  [[nodiscard]] std::size_t slots() const { return slots_; }

  template <typename T>
  void number(T& value, std::int64_t lowest, std::int64_t highest) {
    value = static_cast<T>(whole(lowest, highest));
  }
  void integer(std::int64_t& value) {
    const std::uint64_t taken = take();
    value = static_cast<std::int64_t>((taken >> 1) ^ (0 - (taken & 1)));
  }
  void index(std::uint32_t& value, std::size_t size) { number(value, 0, static_cast<std::int64_t>(size) - 1); }
  void count(std::uint32_t& value) {
    index(value, most_elements + 1);
    require(value <= left_.size());  // each takes a byte at least
    if (!sound_) value = 0;
  }
  template <typename T>
  void count_of(std::vector<T>& items) {
    std::uint32_t size = 0;
    count(size);
    items.resize(size);
  }
  template <typename T>
  void have(std::vector<T>& items, std::size_t size) {
    require(size <= left_.size());
    items.resize(sound_ ? size : 0);
  }

  void real(double& value) {
    const std::uint64_t bits = unsigned_from(bytes(sizeof(double)));
    std::memcpy(&value, &bits, sizeof(double));  // em++ has no std::bit_cast yet
  }
  void real(double& value, double lowest, double highest) {
    real(value);
    require(value >= lowest && value <= highest);
    if (!sound_) value = lowest;
  }

  void text(std::string& value) { value = bytes(static_cast<std::size_t>(whole(0, INT32_MAX))); }
  void id(std::string& value) {
    text(value);
    require(!value.empty() && std::all_of(value.begin(), value.end(), is_id_character));
  }
  void ids(std::vector<std::string>& all) {
    count_of(all);
    for (std::string& one : all) id(one);
  }
  void text_of(Expression& rule, Value& value) {
    std::string& kept = rule.texts.emplace_back();
    text(kept);
    value = Value::of(std::string_view(kept));
  }

  void indices(std::vector<std::uint32_t>& all, std::size_t size) {
    count_of(all);
    for (std::uint32_t& one : all) index(one, size);
  }
  void ascending(std::vector<std::uint32_t>& all, std::size_t size) {
    count_of(all);
    std::int64_t least = 0;
    for (std::uint32_t& one : all) {
      one = static_cast<std::uint32_t>(least + whole(0, static_cast<std::int64_t>(size) - 1 - least));
      least = std::int64_t{one} + 1;
    }
  }

  template <typename T>
  void list(std::vector<T>& items) {
    count_of(items);
    for (T& item : items) {
      if (!sound_) return;
      fields(*this, item);
    }
  }
  template <typename T>
  void optional(std::optional<T>& value) {
    if (whole(0, 1) == 0) return;
    fields(*this, value.emplace());
  }

  void value_if_not_asked(Question& question) {
    if (whole(0, 1) == 0) return;
    Answer answer;
    fields(*this, answer, question, true);
    store(answer, question, question.if_not_asked);
  }
  static void value_of(LikelyAnswer& likely, const Question& question) { store(likely.answer, question, likely.value); }

  static std::uint32_t keep(Expression& rule, ExpressionNode& node, const std::vector<std::uint32_t>& operands) {
    node.operands_at = static_cast<std::uint32_t>(rule.operands.size());
    rule.operands.insert(rule.operands.end(), operands.begin(), operands.end());
    node.operand_count = static_cast<std::uint32_t>(operands.size());
    if (node.operation == Operation::list) node.first = keep_constant_list(rule, operands);
    rule.nodes.push_back(node);
    return static_cast<std::uint32_t>(rule.nodes.size() - 1);
  }

 private:
  std::string_view bytes(std::size_t size) {
    require(size <= left_.size());
    const std::string_view taken = left_.substr(0, size);
    left_.remove_prefix(taken.size());
    return taken;
  }

  std::uint64_t take() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::string_view byte = bytes(1);
      if (byte.empty()) return 0;
      value |= std::uint64_t{static_cast<unsigned char>(byte[0]) & 0x7FU} << shift;
      if ((byte[0] & 0x80) == 0) return value;
    }
    require(false);
    return 0;
  }

  std::int64_t whole(std::int64_t lowest, std::int64_t highest) {
    const std::uint64_t above = take();
    require(lowest <= highest && above <= static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest));
    return sound_ ? static_cast<std::int64_t>(static_cast<std::uint64_t>(lowest) + above) : lowest;
  }

  static Value option_value(const Question& question, std::uint32_t option) {
    return Value::of(option < question.options.size() ? std::string_view(question.options[option]) : "");
  }

  /// What rules read where this is the answer; nothing of topics.
  static void store(const Answer& answer, const Question& question, StoredValue& stored) {
    if (const auto* flag = std::get_if<bool>(&answer)) stored.value = Value::of(*flag);
    else if (const auto* integer = std::get_if<std::int64_t>(&answer)) stored.value = Value::of(*integer);
    else if (const auto* real = std::get_if<double>(&answer)) stored.value = Value::of(*real);
    else if (const auto* one = std::get_if<ChosenOption>(&answer)) stored.value = option_value(question, one->option);
    else if (const auto* many = std::get_if<ChosenOptions>(&answer)) {
      for (const std::uint32_t option : many->options) stored.items.push_back(option_value(question, option));
      stored.value = Value::of(std::span<const Value>(stored.items));
    }
  }

  /// Finds what is not stored, and whether all that recurses through rules comes to an end soon.
  bool hangs_together() {
    std::vector<std::uint32_t> depth_of_derived;
    for (const Derived& derived : model_.derived) {
      std::uint32_t depth = 0;
      for (const std::uint32_t slot : slots_read(derived.rule))
        if (slot >= model_.questions.size()) depth = std::max(depth, depth_of_derived[slot - model_.questions.size()]);
      if (depth >= deepest_derived) return false;
      depth_of_derived.push_back(depth + 1);
    }
    index_ids(model_);
    order_steps(model_);
    return gates_look_back(model_) && !question_too_deep(model_) && connect_rules(model_);
  }

  Model model_;
  std::string_view left_;
  std::size_t slots_ = 0;
  bool sound_ = true;
};

}  // namespace

[[gnu::noinline]] std::optional<Model> read_model(std::string_view bytes) {
  if (bytes.size() < magic.size() + 1 + checksum_size) return std::nullopt;
  const std::string_view summed = bytes.substr(0, bytes.size() - checksum_size);
  const std::string_view fields = summed.substr(magic.size() + 1);
  if (!summed.starts_with(magic) || summed[magic.size()] != form) return std::nullopt;
  if (unsigned_from(bytes.substr(summed.size())) != checksum_of_bytes(summed)) return std::nullopt;
  return Reader(fields).run();
}

}  // namespace waymark
