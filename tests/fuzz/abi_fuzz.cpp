// Sequences of calls of the module's functions, linked natively.

#include <cstring>
#include <fuzzer/FuzzedDataProvider.h>
#include <limits>
#include <set>

#include "abi.h"
#include "compiling/model_writer.h"
#include "open.h"
#include "support.h"

using namespace waymark::fuzzing;

namespace {

constexpr std::string_view bundle =
    R"({"pack":{"id":"tiny","version":1,"published":"2026-01-15","languages":["en"],"settings":{"stale_after":18},)"
    R"("sections":[{"id":"start"}],"notices":[]},"questions":[{"id":"role","section":"start","kind":"one",)"
    R"("options":["a","b"]},{"id":"sure","section":"start","kind":"scale","points":3}],"derived":[],)"
    R"("needs":[{"id":"n","source":"editorial","items":[{"question":"sure","weight":1,"need":[10000,5000,0]}],)"
    R"("bands":[{"id":"low","from":0}]}],"supports":{"source":"editorial","supports":[{"id":"s","helps":{"n":9000}}]},)"
    R"("topics":[],"programmes":[{"id":"p","supports":{"s":5000},"must":[{"id":"m","rule":"role == 'a'"}],)"
    R"("intake":"rolling","checked":"2026-01-10","sources":[{"link":"https://example.org/p","kind":"provider"}]}]})";

/// The same as it is opened.
const std::string& model() {
  static const std::string compiled =
      waymark::write_model(*waymark::open_bundle({"bundle.json", std::string(bundle)}).model);
  return compiled;
}

constexpr std::string_view requests[] = {
    R"({"today":"2026-06-15","answers":{}})",
    R"({"today":"2026-06-15","answers":{"role":"a","sure":2}})",
    R"({"today":"2026-02-30","answers":{"role":"a"}})",
    R"({"today":"2026-06-15","answers":{"role":"c","sure":9,"other":null}})",
    R"({"answers":[]})",
};

constexpr std::string_view files[] = {
    R"({"today":"2026-06-15","file":"{\"waymark\":1,\"pack\":\"tiny\",\"version\":1,\"saved\":\"2026-06-15\",)"
    R"(\"answers\":{\"sure\":2},\"shapes\":{\"sure\":3},\"checksum\":\"bebef1b8\"}"})",
    R"({"file":"{\"waymark\":2}"})",
    R"({"today":"","file":""})",
};

constexpr std::string_view comparisons[] = {
    R"({"before":{"today":"2026-06-15","answers":{}},"after":{"today":"2027-06-15","answers":{"role":"a","sure":1}}})",
    R"({"before":{"today":"2026-06-15","answers":{"sure":9}},"after":null})",
};

/// The caller's side: keeps what it was given, and looks at every result.
class Caller {
 public:
  explicit Caller(FuzzedDataProvider& choices) : choices_(choices) {}

  ~Caller() {
    for (const std::uint32_t handle : open_) waymark_close(handle);
    for (unsigned char* room : rooms_) waymark_release(room);
  }
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;

  void act() {
    switch (choices_.ConsumeIntegralInRange(0, 11)) {
      case 0: return allocate();
      case 1: return release();
      case 2:
      case 3: return open();
      case 4: return close();
      case 8:
      case 9: return encode();
      case 10: return ask(waymark_decode, choices_.PickValueInArray(files), "answers");
      case 11: return ask(waymark_compare, choices_.PickValueInArray(comparisons), "needs");
      default: return ask(waymark_assess, choices_.PickValueInArray(requests), "needs");
    }
  }

 private:
  void allocate() {
    const std::string before = result();
    constexpr std::size_t sizes[] = {0, 1, 4096};
    unsigned char* room = waymark_allocate(choices_.PickValueInArray(sizes));
    if (room != nullptr) rooms_.push_back(room);
    require(result() == before, "a result stands until the next call that has one");
  }

  void release() {
    unsigned char* room = nullptr;
    if (!rooms_.empty()) {
      room = rooms_.back();
      rooms_.pop_back();
    }
    waymark_release(room);
  }

  void open() {
    std::uint32_t handle = 0;
    if (choices_.ConsumeIntegralInRange(0, 15) == 15) {
      // Refused by its length, before it is read.
      handle = waymark_open(nullptr, std::numeric_limits<std::size_t>::max());
      require(handle == 0, "what is too large is refused");
    } else {
      handle = sent(spoilt(model()), [](const char* text, std::size_t size) { return waymark_open(text, size); });
    }
    const nlohmann::json diagnostics = parsed_result().at("diagnostics");
    bool errors = false;
    for (const auto& diagnostic : diagnostics) errors = errors || diagnostic.at("severity") == "error";
    require(errors == (handle == 0), "a questionnaire has a handle unless it is refused");
    if (handle == 0) return;
    require(handle > newest_, "no handle is given twice");
    newest_ = handle;
    open_.insert(handle);
  }

  void close() {
    const std::string before = result();
    const std::uint32_t handle = any_handle();
    waymark_close(handle);
    waymark_close(handle);
    open_.erase(handle);
    require(result() == before, "a result stands until the next call that has one");
  }

  /// `answered`: the member that a result has unless the request is refused.
  void ask(void (*call)(std::uint32_t, const char*, std::size_t), std::string_view request, const char* answered) {
    const std::uint32_t handle = any_handle();
    if (choices_.ConsumeIntegralInRange(0, 15) == 15) {
      call(handle, nullptr, std::numeric_limits<std::size_t>::max());
      require(!parsed_result().contains(answered), "what is too large is refused");
      return;
    }
    sent(spoilt(request), [&](const char* text, std::size_t size) {
      call(handle, text, size);
      return 0U;
    });
    const nlohmann::json answer = parsed_result();
    require(answer.at("diagnostics").is_array(), "every result has diagnostics");
    if (!open_.contains(handle)) require(!answer.contains(answered), "what is not open answers nobody");
    if (!answer.contains(answered)) require(!answer.at("diagnostics").empty(), "a request that is refused is told why");
  }

  /// And takes back what was written.
  void encode() {
    ask(waymark_encode, choices_.PickValueInArray(requests), "file");
    const nlohmann::json written = parsed_result();
    if (!written.contains("file")) return;
    const std::string request = nlohmann::json{{"file", written.at("file")}}.dump();
    sent(request, [&](const char* text, std::size_t size) {
      waymark_decode(newest_, text, size);
      return 0U;
    });
    const nlohmann::json read = parsed_result();
    if (open_.contains(newest_) && read.contains("answers"))
      require(read.at("diagnostics").empty(), "a file that is taken has no fault");
  }

  std::uint32_t any_handle() {
    if (choices_.ConsumeIntegralInRange(0, 3) == 3) return choices_.ConsumeIntegral<std::uint32_t>();
    // Around those that were given: open ones, closed ones and the one to come.
    return newest_ + 1 - std::min(newest_, choices_.ConsumeIntegralInRange<std::uint32_t>(0, 3));
  }

  /// The text as it is, cut short, changed in one byte, or another one.
  std::string spoilt(std::string_view good) {
    std::string text(good);
    switch (choices_.ConsumeIntegralInRange(0, 5)) {
      case 0: text.resize(choices_.ConsumeIntegralInRange<std::size_t>(0, text.size())); break;
      case 1:
        text[choices_.ConsumeIntegralInRange<std::size_t>(0, text.size() - 1)] = choices_.ConsumeIntegral<char>();
        break;
      case 2: text = choices_.ConsumeRandomLengthString(); break;
      default: break;
    }
    return text;
  }

  /// Through room of exactly its size, so that reading past its end shows.
  template <typename Call>
  static std::uint32_t sent(const std::string& text, Call call) {
    unsigned char* room = waymark_allocate(text.size());
    if (!text.empty()) std::memcpy(room, text.data(), text.size());
    const std::uint32_t returned = call(reinterpret_cast<const char*>(room), text.size());
    waymark_release(room);
    return returned;
  }

  static std::string result() { return {waymark_result(), waymark_result_size()}; }

  static nlohmann::json parsed_result() {
    nlohmann::json json = nlohmann::json::parse(result(), nullptr, false);
    require(!json.is_discarded() && json.is_object(), "a result is a JSON object");
    return json;
  }

  FuzzedDataProvider& choices_;
  std::vector<unsigned char*> rooms_;
  std::set<std::uint32_t> open_;
  static inline std::uint32_t newest_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider choices(data, size);
  Caller caller(choices);
  for (int calls = 0; calls < 8 && choices.remaining_bytes() > 0; ++calls) caller.act();
  return 0;
}
