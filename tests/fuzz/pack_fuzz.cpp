// The text of a bundle; or, where it starts with "@", the files of an authored pack, each after a line "@path".

#include "assess.h"
#include "json_mutator.h"
#include "open.h"
#include "support.h"
#include "writing/assessment_writer.h"
#include "writing/bundle_writer.h"
#include "writing/diagnostics_writer.h"

using namespace waymark;
using namespace waymark::fuzzing;

namespace {

constexpr Date today = {2026, 6, 15};

Answer extreme_answer(const Model& model, const Question& question, bool high) {
  switch (question.kind) {
    case QuestionKind::yes_no: return high;
    case QuestionKind::scale: return high ? std::int64_t{question.points} : std::int64_t{1};
    case QuestionKind::number:
      if (question.decimals) return high ? question.highest : question.lowest;
      [[fallthrough]];
    case QuestionKind::since: return static_cast<std::int64_t>(high ? question.highest : question.lowest);
    case QuestionKind::one: return ChosenOption{high ? static_cast<std::uint32_t>(question.options.size()) - 1 : 0};
    case QuestionKind::many: {
      ChosenOptions chosen;
      for (std::uint32_t i = 0; high && i < question.options.size(); ++i) chosen.options.push_back(i);
      return chosen;
    }
    case QuestionKind::topics: {
      PickedTopics topics;
      for (std::uint32_t i = 0; i < model.topics.size() && i < question.most_topics; ++i) {
        PickedTopic picked;
        picked.topic = i;
        for (const Aspect& aspect : question.aspects)
          picked.ratings.push_back({Rating::State::rated, high ? aspect.points - 1 : 0});
        topics.picked.push_back(picked);
      }
      return topics;
    }
  }
  return Unanswered{};
}

void assess_and_write(const Model& model, const Answers& answers) {
  const Assessment assessment = assess(model, answers, today);
  require_sound(assessment);
  require_json(write_assessment(assessment, model, {}));
}

void assess_several(const Model& model) {
  Answers answers;
  answers.of_question.resize(model.questions.size());
  assess_and_write(model, answers);
  std::fill(answers.of_question.begin(), answers.of_question.end(), Declined{});
  assess_and_write(model, answers);
  for (const bool high : {false, true}) {
    for (std::size_t i = 0; i < model.questions.size(); ++i)
      answers.of_question[i] = extreme_answer(model, model.questions[i], high);
    assess_and_write(model, answers);
  }
}

void require_opened(const OpenedPack& opened, const std::vector<SourceText>& sources) {
  require(opened.model.has_value() != has_errors(opened.diagnostics), "a pack opens unless it has an error");
  require_places(opened.diagnostics, sources);
  require_json(write_diagnostics(opened.diagnostics));
  if (opened.model) assess_several(*opened.model);
}

void open_as_bundle(std::string_view text) {
  const SourceText bundle = {"bundle.json", std::string(text)};
  require_opened(open_bundle(bundle), {bundle});
}

void open_as_files(std::string_view text) {
  std::vector<SourceText> sources;
  std::vector<PackFile> files;
  while (text.starts_with('@')) {
    const std::size_t name_end = std::min(text.find('\n'), text.size());
    const std::size_t end = std::min(text.find("\n@", name_end), text.size());
    const std::string path(text.substr(1, name_end - 1));
    // The names of files are their caller's, who sees to it that they are UTF-8.
    const bool ascii = std::all_of(path.begin(), path.end(), [](char c) { return c >= 0; });
    auto file = ascii ? pack_file_at(path) : std::nullopt;
    const bool twice = std::any_of(sources.begin(), sources.end(), [&](const auto& one) { return one.name == path; });
    if (file && !twice) {
      file->source = static_cast<std::uint32_t>(sources.size());
      files.push_back(*file);
      sources.push_back({path, std::string(text.substr(name_end, end - name_end))});
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const OpenedPack opened = open_pack(sources, files, today);
  require_opened(opened, sources);
  if (!opened.model) return;
  Reporter reporter(sources);
  const Bundle bundle = write_bundle(files, reporter);
  require(open_bundle({"bundle.json", bundle.pack}).model.has_value(), "a pack that opens, opens as a bundle too");
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  return mutate_json(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  if (text.starts_with('@')) open_as_files(text);
  else open_as_bundle(text);
  return 0;
}
