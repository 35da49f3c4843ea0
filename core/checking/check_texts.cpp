#include "checking/check_texts.h"

#include <algorithm>
#include <functional>

#include "checking/check_translations.h"
#include "reading/made_from.h"
#include "reading/object_reader.h"
#include "text/closest.h"

namespace waymark {
namespace {

constexpr std::string_view parts[] = {"pack",   "sections", "notices", "questions", "needs",     "supports",
                                      "groups", "topics",   "refresh", "actions",   "programmes"};

class TextChecker {
 public:
  TextChecker(const Pack& pack, const AuthoredTexts& texts, Reporter& reporter)
      : pack_(pack), texts_(texts), reporter_(reporter) {}

  void run() {
    report_unknown_parts();
    with_part("pack", "the texts of the pack", [&](ObjectReader& text) {
      text.text("title");
      text.text("intro");
    });
    words_of("sections", pack_.sections);
    words_of("supports", pack_.supports);
    words_of("groups", pack_.groups);
    if (pack_.refresh) words_of("refresh", pack_.refresh->parts);
    texts_of("notices", pack_.notices, "the texts of a notice", [&](ObjectReader& text, const AuthoredNotice&) {
      text.text("title");
      strings(text.list("body"));
      for (const JsonValue& link : text.optional_list("links")) {
        ObjectReader reader(link, "a link", reporter_);
        reader.text("text");
        const AuthoredText target = reader.text("link");
        if (!target.value.empty() && !target.value.starts_with("https://"))
          reporter_.error(DiagnosticCode::link_not_https, target.place, "a link must start with https://");
      }
    });
    texts_of("questions", pack_.questions, "the texts of a question",
             [&](ObjectReader& text, const AuthoredQuestion& question) { check_question(text, question); });
    texts_of("needs", pack_.needs, "the texts of a need area", [&](ObjectReader& text, const AuthoredNeed& need) {
      text.text("title");
      text.text("about");
      nested(text, "bands", need.bands, "the texts of a band", [&](ObjectReader& band, const AuthoredBand&) {
        band.text("word");
        band.text("advice");
      });
    });
    std::vector<AuthoredTopic> topics;
    for (const AuthoredGroup& group : pack_.groups)
      topics.insert(topics.end(), group.topics.begin(), group.topics.end());
    texts_of("topics", topics, "the texts of a topic", [&](ObjectReader& text, const AuthoredTopic& topic) {
      text.text("title");
      text.text("covers");
      counted(text, "changed", topic.changes);
      counted(text, "first_steps", topic.first_steps);
    });
    if (pack_.plan)
      texts_of("actions", pack_.plan->actions, "the texts of an action",
               [&](ObjectReader& text, const AuthoredAction& action) {
                 text.text("title");
                 text.text("how");
                 if (action.has_link) text.text("link");
               });
    texts_of("programmes", pack_.programmes, "the texts of a programme",
             [&](ObjectReader& text, const AuthoredProgramme& programme) {
               for (const std::string_view key : {"title", "provider", "line", "cost", "where"}) text.text(key);
               text.optional_text("note");
               std::vector<AuthoredCriterion> criteria = programme.must;
               criteria.insert(criteria.end(), programme.prefer.begin(), programme.prefer.end());
               if (const JsonValue* words = text.required("criteria")) {
                 ObjectReader reader(*words, "the texts of the criteria", reporter_);
                 for (const AuthoredCriterion& criterion : criteria) reader.text(criterion.id.value);
               }
             });
  }

 private:
  void report_unknown_parts() {
    for (const JsonValue* file : texts_.files)
      for (const JsonMember& member : file->as<JsonObject>()->members) {
        if (member.key == made_from_part) continue;
        if (std::find(std::begin(parts), std::end(parts), member.key) == std::end(parts))
          reporter_.error(DiagnosticCode::member_unknown, member.place, {"texts have no part \"", member.key, "\""},
                          did_you_mean(member.key, parts));
        else if (&member.value != find(member.key))
          reporter_.error(DiagnosticCode::json_duplicate_key, member.place,
                          {"another file of this language has the part \"", member.key, "\" too"},
                          "keep a part in one file");
      }
  }

  const JsonValue* find(std::string_view part) const {
    for (const JsonValue* file : texts_.files)
      if (const JsonValue* value = file->as<JsonObject>()->find(part)) return value;
    return nullptr;
  }

  void with_part(std::string_view part, std::string_view what, const std::function<void(ObjectReader&)>& check) {
    const JsonValue* value = find(part);
    if (value == nullptr)
      return reporter_.error(DiagnosticCode::text_missing, texts_.files.front()->place,
                             {"the texts in \"", texts_.language, "\" have no part \"", part, "\""});
    ObjectReader reader(*value, what, reporter_);
    check(reader);
  }

  template <typename Things>
  void words_of(std::string_view part, const Things& things) {
    if (things.empty()) return;
    with_part(part, part, [&](ObjectReader& reader) {
      for (const auto& thing : things) reader.text(thing.id.value);
    });
  }

  template <typename Things, typename Check>
  void texts_of(std::string_view part, const Things& things, std::string_view what, Check check) {
    if (things.empty()) return;
    with_part(part, part, [&](ObjectReader& reader) { each(reader, things, what, check); });
  }

  template <typename Things, typename Check>
  void nested(ObjectReader& object, std::string_view key, const Things& things, std::string_view what, Check check) {
    const JsonValue* value = object.required(key);
    if (value == nullptr) return;
    ObjectReader reader(*value, what, reporter_);
    each(reader, things, what, check);
  }

  template <typename Things, typename Check>
  void each(ObjectReader& reader, const Things& things, std::string_view what, Check check) {
    for (const auto& thing : things) {
      const JsonValue* value = reader.required(thing.id.value);
      if (value == nullptr) continue;
      ObjectReader text(*value, what, reporter_);
      check(text, thing);
    }
  }

  void check_question(ObjectReader& text, const AuthoredQuestion& question) {
    text.text("title");
    text.text("why");
    for (const std::string_view key : {"hint", "none", "unit", "decline", "short"}) text.optional_text(key);
    std::vector<std::string> options;
    for (const AuthoredText& option : question.options) options.push_back(option.value);
    if (question.kind == QuestionKind::yes_no) options = {"yes", "no"};
    for (std::uint32_t point = 1; point <= question.points; ++point) options.push_back(std::to_string(point));
    if (!options.empty()) words(text, "options", options);
    if (question.kind != QuestionKind::topics) return;
    nested(text, "aspects", question.aspects, "the texts of an aspect",
           [&](ObjectReader& aspect_text, const AuthoredAspect& aspect) {
             aspect_text.text("title");
             std::vector<std::string> points;
             for (std::uint32_t point = 1; point <= aspect.points; ++point) points.push_back(std::to_string(point));
             words(aspect_text, "points", points);
           });
  }

  void words(ObjectReader& object, std::string_view key, const std::vector<std::string>& ids) {
    const JsonValue* value = object.required(key);
    if (value == nullptr) return;
    ObjectReader reader(*value, key, reporter_);
    for (const std::string& id : ids) reader.text(id);
  }

  void strings(std::span<const JsonValue> items) {
    for (const JsonValue& item : items)
      if (item.as<std::string>() == nullptr) report_wrong_type(item, "a text", reporter_);
  }

  void counted(ObjectReader& object, std::string_view key, std::uint32_t count) {
    const auto items = object.list(key);
    strings(items);
    if (items.size() != count)
      reporter_.error(
          DiagnosticCode::text_missing, object.place(),
          {"\"", key, "\" has ", std::to_string(items.size()), " texts, but the topic has ", std::to_string(count)});
  }

  const Pack& pack_;
  const AuthoredTexts& texts_;
  Reporter& reporter_;
};

}  // namespace

void check_texts(const Pack& pack, Reporter& reporter) {
  std::vector<std::string_view> listed;
  for (const AuthoredText& language : pack.languages) listed.push_back(language.value);
  for (const AuthoredTexts& texts : pack.texts) {
    if (std::find(listed.begin(), listed.end(), texts.language) == listed.end())
      reporter.error(DiagnosticCode::id_unknown, texts.files.front()->place,
                     {"pack.json does not list the language \"", texts.language, "\""},
                     did_you_mean(texts.language, listed));
    else TextChecker(pack, texts, reporter).run();
  }
  if (pack.texts.empty()) return;
  for (const AuthoredText& language : pack.languages)
    if (texts_in(pack, language.value) == nullptr)
      reporter.error(DiagnosticCode::text_missing, language.place, {"there are no texts in \"", language.value, "\""});
}

}  // namespace waymark
