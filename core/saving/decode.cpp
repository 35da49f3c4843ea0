#include "saving/decode.h"

#include <algorithm>

#include "model/limits.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "reading/object_reader.h"
#include "saving/save_format.h"
#include "sorting/order.h"
#include "text/checksum.h"

namespace waymark {
namespace {

constexpr std::string_view choose_our_file = "choose a file that this tool saved";
constexpr std::string_view choose_whole_file = "choose a copy that nobody changed, or answer the questions again";

/// Whether the text is a save file, whole and of a form that is known; reports why not.
class Envelope {
 public:
  Envelope(std::uint32_t file, Reporter& reporter) : file_(file), reporter_(reporter) {}

  std::optional<JsonValue> open() {
    if (reporter_.text_of(file_).size() > largest_save)
      return refuse(DiagnosticCode::too_large, {file_, 0},
                    {"the file is larger than ", std::to_string(largest_save >> 10), " KiB, as no save file is"},
                    choose_our_file);
    auto json = read_json(file_, reporter_);
    if (!json) {
      reporter_.last().suggestion = "the file is no save file, or was cut short or damaged: choose another copy";
      return std::nullopt;
    }
    const auto* object = json->as<JsonObject>();
    const JsonValue* format = object != nullptr ? object->find("waymark") : nullptr;
    if (format == nullptr)
      return refuse(DiagnosticCode::save_not_ours, json->place, "the file holds something else than saved answers",
                    choose_our_file);
    if (const auto* number = format->as<std::int64_t>(); number != nullptr && *number > save_format)
      return refuse(DiagnosticCode::save_newer_format, format->place, "a newer copy of this tool saved the file",
                    "open it with a newer copy of this tool");
    return is_whole(json->place, *object) ? std::move(json) : std::nullopt;
  }

 private:
  std::nullopt_t refuse(DiagnosticCode code, Place place, Message message, std::string_view fix) {
    reporter_.error(code, place, std::move(message), fix);
    return std::nullopt;
  }

  /// The checksum stands last, so that it covers all the rest.
  bool is_whole(Place begin, const JsonObject& object) {
    const JsonMember& last = object.members.back();
    const auto* checksum = last.value.as<std::string>();
    if (last.key != "checksum" || checksum == nullptr) {
      refuse(DiagnosticCode::save_damaged, last.place, "the file does not end with its checksum, so a part is missing",
             choose_whole_file);
      return false;
    }
    const std::string_view summed =
        reporter_.text_of(file_).substr(begin.offset, last.place.offset - std::size_t{begin.offset});
    if (*checksum == checksum_of(summed)) return true;
    refuse(DiagnosticCode::save_damaged, last.value.place,
           "the file was changed or damaged after it was saved: its checksum is another", choose_whole_file);
    return false;
  }

  std::uint32_t file_;
  Reporter& reporter_;
};

/// Takes out of saved answers what no longer means what the person said, and reports each with its reason.
class Migration {
 public:
  Migration(const JsonValue& save, std::int64_t version, const Model& model, Reporter& reporter)
      : version_(version), model_(model), reporter_(reporter) {
    const JsonObject& object = *save.as<JsonObject>();
    shapes_ = members_of(object, "shapes");
    meanings_ = members_of(object, "meanings");
    topic_meanings_ = members_of(object, "topic_meanings");
  }

  void run(JsonObject& answers) {
    keep_only(answers, [&](JsonMember& answer) { return keep(answer); });
  }

 private:
  static const JsonObject* members_of(const JsonObject& object, std::string_view key) {
    const JsonValue* value = object.find(key);
    return value == nullptr ? nullptr : value->as<JsonObject>();
  }

  template <typename Keep>
  static void keep_only(JsonObject& object, Keep keep) {
    std::vector<JsonMember> kept;
    for (JsonMember& member : object.members)
      if (keep(member)) kept.push_back(std::move(member));
    object.members = std::move(kept);
  }

  bool keep(JsonMember& answer) {
    id_ = answer.key;
    place_ = answer.place;
    const auto found = model_.question_index.find(id_);
    if (found == model_.question_index.end()) {
      drop(DiagnosticCode::answer_unknown_question,
           {"\"", id_, is_newer() ? "\" is not asked by this older copy" : "\" is no longer asked"});
      return false;
    }
    question_ = &model_.questions[found->second];
    return still_means(question_->meaning_since, meanings_, "\" asks") && still_fits(answer.value);
  }

  [[nodiscard]] bool is_newer() const { return version_ > model_.version; }

  void drop(DiagnosticCode code, const Message& message) {
    Diagnostic& diagnostic =
        reporter_.report(Severity::warning, code, place_, {message.text(), "; the saved answer is left out"});
    diagnostic.question = id_;
    diagnostic.topic = topic_;
  }

  bool changed(const Message& message) {
    drop(DiagnosticCode::answer_question_changed, message);
    return false;
  }

  /// An older file was saved before the pack's last change of the meaning, or a newer one after a change that this
  /// pack does not know.
  bool still_means(std::int64_t since, const JsonObject* saved_meanings, std::string_view what_it_does) {
    const std::string_view id = topic_.empty() ? id_ : topic_;
    const JsonValue* saved = saved_meanings == nullptr ? nullptr : saved_meanings->find(id);
    const auto* saved_since = saved == nullptr ? nullptr : saved->as<std::int64_t>();
    if (version_ >= since && (saved_since == nullptr || *saved_since <= model_.version)) return true;
    return changed({"\"", id, what_it_does, " something else now than when it was answered"});
  }

  bool still_fits(JsonValue& value) {
    if (value.as<JsonNull>() != nullptr) return true;  // declining says nothing that another form could falsify
    const JsonValue* shape = shapes_ == nullptr ? nullptr : shapes_->find(id_);
    if (!is_of_kind(value) || (shape != nullptr) != needs_shape(question_->kind)) return asked_otherwise();
    switch (question_->kind) {
      case QuestionKind::one: return has_option(*value.as<std::string>());
      case QuestionKind::many: return had_the_same_choice(*value.as<JsonArray>(), *shape);
      case QuestionKind::scale: return had_as_many_points(*shape);
      case QuestionKind::since: return is_month(*shape) || asked_otherwise();
      case QuestionKind::topics: return keep_topics(value, *shape);
      case QuestionKind::number:
      case QuestionKind::yes_no: return true;
    }
    return true;
  }

  [[nodiscard]] bool is_of_kind(const JsonValue& value) const {
    switch (question_->kind) {
      case QuestionKind::one:
      case QuestionKind::since: return value.as<std::string>() != nullptr;
      case QuestionKind::many: return value.as<JsonArray>() != nullptr;
      case QuestionKind::scale: return value.as<std::int64_t>() != nullptr;
      case QuestionKind::number: return value.as<std::int64_t>() != nullptr || value.as<JsonReal>() != nullptr;
      case QuestionKind::yes_no: return value.as<bool>() != nullptr;
      case QuestionKind::topics: return value.as<JsonObject>() != nullptr;
    }
    return false;
  }

  bool asked_otherwise() { return changed({"\"", id_, "\" is asked in another way now"}); }

  static bool is_month(const JsonValue& shape) {
    const auto* text = shape.as<std::string>();
    return text != nullptr && *text == month_shape;
  }

  bool had_as_many_points(const JsonValue& shape) {
    const auto* points = shape.as<std::int64_t>();
    if (points == nullptr) return asked_otherwise();
    return *points == question_->points ||
           changed({"\"", id_, "\" had ", std::to_string(*points), " points to choose from, and now has ",
                    std::to_string(question_->points)});
  }

  bool has_option(std::string_view option) {
    const auto& options = question_->options;
    if (std::find(options.begin(), options.end(), option) != options.end()) return true;
    drop(DiagnosticCode::answer_unknown_option, {"\"", id_, "\" no longer has the option \"", option, "\""});
    return false;
  }

  /// What was chosen says of every other option that it does not apply: one that was not offered was not denied.
  bool had_the_same_choice(const JsonArray& chosen, const JsonValue& shape) {
    const auto* not_chosen = shape.as<JsonArray>();
    if (not_chosen == nullptr) return asked_otherwise();
    std::vector<std::string_view> offered;
    for (const JsonArray* list : {&chosen, not_chosen})
      for (const JsonValue& item : list->items)
        if (const auto* option = item.as<std::string>()) offered.push_back(*option);
    for (const JsonValue& item : chosen.items)
      if (const auto* option = item.as<std::string>(); option != nullptr && !has_option(*option)) return false;
    put_in_order(offered);
    for (const std::string& option : question_->options)
      if (!std::binary_search(offered.begin(), offered.end(), std::string_view(option)))
        return changed({"\"", id_, "\" has a new option \"", option, "\", which nobody could choose then"});
    return true;
  }

  bool keep_topics(JsonValue& value, const JsonValue& shape) {
    const auto* points = shape.as<JsonObject>();
    if (points == nullptr) return asked_otherwise();
    keep_only(std::get<JsonObject>(value.content), [&](JsonMember& topic) { return keep_topic(topic, *points); });
    topic_ = {};
    return true;
  }

  bool keep_topic(JsonMember& topic, const JsonObject& points) {
    topic_ = topic.key;
    place_ = topic.place;
    const auto found = model_.topic_index.find(topic.key);
    if (found == model_.topic_index.end()) {
      drop(DiagnosticCode::answer_unknown_option,
           {"\"", topic_, is_newer() ? "\" is no topic of this older copy" : "\" is no longer a topic"});
      return false;
    }
    if (!still_means(model_.topics[found->second].meaning_since, topic_meanings_, "\" covers")) return false;
    auto* ratings = std::get_if<JsonObject>(&topic.value.content);
    if (ratings != nullptr) keep_only(*ratings, [&](const JsonMember& rating) { return keep_rating(rating, points); });
    return true;
  }

  bool keep_rating(const JsonMember& rating, const JsonObject& points) {
    place_ = rating.place;
    const auto& aspects = question_->aspects;
    const auto aspect =
        std::find_if(aspects.begin(), aspects.end(), [&](const Aspect& one) { return one.id == rating.key; });
    if (aspect == aspects.end()) {
      drop(DiagnosticCode::answer_unknown_option, {"\"", id_, "\" no longer asks for \"", rating.key, "\""});
      return false;
    }
    if (rating.value.as<JsonNull>() != nullptr) return true;
    const JsonValue* saved = points.find(rating.key);
    const auto* saved_points = saved == nullptr ? nullptr : saved->as<std::int64_t>();
    if (saved_points == nullptr) return asked_otherwise();
    return *saved_points == aspect->points ||
           changed({"\"", rating.key, "\" had ", std::to_string(*saved_points), " points to choose from, and now has ",
                    std::to_string(aspect->points)});
  }

  std::int64_t version_;
  const Model& model_;
  Reporter& reporter_;
  const JsonObject* shapes_ = nullptr;
  const JsonObject* meanings_ = nullptr;
  const JsonObject* topic_meanings_ = nullptr;
  const Question* question_ = nullptr;
  std::string_view id_;     ///< of the question at hand
  std::string_view topic_;  ///< at hand; empty outside of picked topics
  Place place_;
};

}  // namespace

std::optional<SavedAnswers> decode(std::uint32_t file, const Model& model, const std::optional<Date>& today,
                                   Reporter& reporter) {
  auto json = Envelope(file, reporter).open();
  if (!json) return std::nullopt;
  SavedAnswers saved;
  JsonValue* answers = nullptr;
  for (JsonMember& member : std::get<JsonObject>(json->content).members)
    if (member.key == "answers") answers = &member.value;
  {
    ObjectReader object(*json, "a save file", reporter);
    object.integer("waymark", save_format, save_format);
    const AuthoredText pack = object.text("pack");
    if (pack.value != model.id)
      reporter.error(
          DiagnosticCode::save_other_pack, pack.place,
          {"the answers were saved for the questionnaire \"", pack.value, "\", and this is \"", model.id, "\""},
          {"open the questionnaire \"", pack.value, "\" and choose the file there"});
    saved.version = object.integer("version", 1, latest_version);
    const AuthoredText day = object.text("saved");
    if (const auto date = parse_date(day.value)) saved.saved = *date;
    else reporter.error(DiagnosticCode::date_malformed, day.place, {"\"", day.value, "\" is no day"});
    object.required("answers");
    for (const std::string_view left_out_if_empty : {"shapes", "meanings", "topic_meanings"})
      object.optional(left_out_if_empty);
    object.required("checksum");
  }
  if (answers != nullptr && answers->as<JsonObject>() == nullptr) report_wrong_type(*answers, "an object", reporter);
  if (has_errors(reporter.so_far())) return std::nullopt;
  Migration(*json, saved.version, model, reporter).run(std::get<JsonObject>(answers->content));
  saved.answers = read_answers(*answers, model, today.value_or(saved.saved), reporter);
  return saved;
}

}  // namespace waymark
