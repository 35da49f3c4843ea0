#include "compiling/model_writer.h"

#include <bit>
#include <string_view>

#include "compiling/compiled_form.h"
#include "compiling/model_fields.h"
#include "text/checksum.h"

namespace waymark {
namespace {

using namespace compiling;

std::uint32_t option_of(const Value& value, const Question& question) {
  const auto found = std::find(question.options.begin(), question.options.end(), value.as_string());
  return static_cast<std::uint32_t>(found - question.options.begin());
}

/// The answer that has this value.
Answer answer_of(const Value& value, const Question& question) {
  switch (value.kind) {
    case ValueKind::boolean: return value.boolean;
    case ValueKind::integer: return value.integer;
    case ValueKind::real: return value.real;
    case ValueKind::string: return ChosenOption{option_of(value, question)};
    default: break;
  }
  ChosenOptions chosen;
  for (const Value& option : value.as_list()) chosen.options.push_back(option_of(option, question));
  return chosen;
}

class Writer {
 public:
  static constexpr bool reads = false;
  template <typename T>
  using Access = const T&;

  explicit Writer(const Model& model) : model_(model) {
    out_ = magic;
    out_ += static_cast<char>(form);
  }

  std::string run() {
    fields(*this, model_);
    return with_checksum(std::move(out_));
  }

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] static bool is_sound() { return true; }
  static void require(bool) {}
  static void let_rules_read(std::size_t) {}
  [[nodiscard]] static std::size_t slots() { return 0; }

  template <typename T>
  void number(const T& value, std::int64_t lowest, std::int64_t) {
    put(static_cast<std::uint64_t>(static_cast<std::int64_t>(value)) - static_cast<std::uint64_t>(lowest));
  }
  void integer(std::int64_t value) {
    put((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void index(std::uint32_t value, std::size_t) { put(value); }
  void count(std::uint32_t value) { put(value); }
  template <typename T>
  void count_of(const std::vector<T>& items) {
    put(items.size());
  }
  template <typename T>
  static void have(const std::vector<T>&, std::size_t) {}

  void real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) out_ += static_cast<char>(bits >> shift & 0xFF);
  }
  void real(double value, double, double) { real(value); }

  void id(std::string_view text) {
    put(text.size());
    out_ += text;
  }
  void ids(const std::vector<std::string>& texts) {
    put(texts.size());
    for (const std::string& text : texts) id(text);
  }
  void text_of(const Expression&, const Value& value) { id(value.as_string()); }

  void indices(const std::vector<std::uint32_t>& all, std::size_t) {
    put(all.size());
    for (const std::uint32_t one : all) put(one);
  }
  void ascending(const std::vector<std::uint32_t>& all, std::size_t) {
    put(all.size());
    std::uint32_t least = 0;
    for (const std::uint32_t one : all) {
      put(one - least);
      least = one + 1;
    }
  }

  template <typename T>
  void list(const std::vector<T>& items) {
    put(items.size());
    for (const T& item : items) fields(*this, item);
  }
  template <typename T>
  void optional(const std::optional<T>& value) {
    put(value ? 1 : 0);
    if (value) fields(*this, *value);
  }

  void value_if_not_asked(const Question& question) {
    const Value& value = question.if_not_asked.value;
    put(value.is_known() ? 1 : 0);
    if (value.is_known()) fields(*this, answer_of(value, question), question, true);
  }
  static void value_of(const LikelyAnswer&, const Question&) {}

  static std::uint32_t keep(const Expression&, const ExpressionNode&, const std::vector<std::uint32_t>&) { return 0; }

 private:
  void put(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>((value & 0x7F) | 0x80);
    out_ += static_cast<char>(value);
  }

  const Model& model_;
  std::string out_;
};

}  // namespace

std::string write_model(const Model& model) { return Writer(model).run(); }

std::string with_checksum(std::string model) {
  const std::uint32_t checksum = checksum_of_bytes(model);
  for (int shift = 0; shift < 32; shift += 8) model += static_cast<char>(checksum >> shift & 0xFF);
  return model;
}

}  // namespace waymark
