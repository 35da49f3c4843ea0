#include "writing/bundle_writer.h"

#include <utility>

#include "reading/json_reader.h"
#include "reading/made_from.h"
#include "writing/json_writer.h"

namespace waymark {
namespace {

void write(JsonWriter& json, const JsonValue& value) {
  if (value.as<JsonNull>() != nullptr) {
    json.null();
  } else if (const auto* flag = value.as<bool>()) {
    json.boolean(*flag);
  } else if (const auto* integer = value.as<std::int64_t>()) {
    json.integer(*integer);
  } else if (const auto* real = value.as<JsonReal>()) {
    json.raw(real->spelling);
  } else if (const auto* text = value.as<std::string>()) {
    json.text(*text);
  } else if (const auto* array = value.as<JsonArray>()) {
    json.open_array();
    for (const JsonValue& item : array->items) write(json, item);
    json.close_array();
  } else if (const auto* object = value.as<JsonObject>()) {
    json.open_object();
    for (const JsonMember& member : object->members) {
      json.text_key(member.key);
      write(json, member.value);
    }
    json.close_object();
  }
}

/// The documents of the pack, each read again from its text.
class BundleWriter {
 public:
  BundleWriter(const std::vector<PackFile>& files, Reporter& reporter) : files_(files), reporter_(reporter) {}

  Bundle run() {
    Bundle bundle;
    JsonWriter json;
    if (one(json, PackPart::bundle)) {
      bundle.pack = json.take();
      return bundle;
    }
    json.open_object();
    json.key("pack");
    one(json, PackPart::pack);
    json.key("questions");
    one(json, PackPart::questions);
    json.key("derived");
    if (!one(json, PackPart::derived)) json.open_array().close_array();
    json.key("needs");
    one(json, PackPart::needs);
    json.key("supports");
    one(json, PackPart::supports);
    json.key("topics");
    all(json, PackPart::topics);
    optional(json, "refresh", PackPart::refresh);
    optional(json, "interview", PackPart::interview);
    optional(json, "plan", PackPart::plan);
    json.key("programmes");
    all(json, PackPart::programme);
    json.close_object();
    bundle.pack = json.take();
    texts(bundle);
    return bundle;
  }

 private:
  [[nodiscard]] bool has(PackPart part) const {
    for (const PackFile& file : files_)
      if (file.part == part) return true;
    return false;
  }

  bool one(JsonWriter& json, PackPart part) {
    for (const PackFile& file : files_) {
      if (file.part != part) continue;
      if (const auto value = read_json(file.source, reporter_)) write(json, *value);
      return true;
    }
    return false;
  }

  void optional(JsonWriter& json, std::string_view key, PackPart part) {
    if (!has(part)) return;
    json.key(key);
    one(json, part);
  }

  void all(JsonWriter& json, PackPart part) {
    json.open_array();
    for (const PackFile& file : files_)
      if (file.part == part)
        if (const auto value = read_json(file.source, reporter_)) write(json, *value);
    json.close_array();
  }

  void texts(Bundle& bundle) {
    std::map<std::string, JsonWriter> writers;
    for (const PackFile& file : files_) {
      if (file.part != PackPart::texts) continue;
      const auto value = read_json(file.source, reporter_);
      const auto* object = value ? value->as<JsonObject>() : nullptr;
      if (object == nullptr) continue;
      auto [found, first] = writers.try_emplace(file.language);
      if (first) found->second.open_object();
      for (const JsonMember& member : object->members) {
        if (member.key == made_from_part) continue;
        found->second.text_key(member.key);
        write(found->second, member.value);
      }
    }
    for (auto& [language, json] : writers) bundle.texts[language] = json.close_object().take();
  }

  const std::vector<PackFile>& files_;
  Reporter& reporter_;
};

}  // namespace

Bundle write_bundle(const std::vector<PackFile>& files, Reporter& reporter) {
  return BundleWriter(files, reporter).run();
}

}  // namespace waymark
