#include "reading/detail_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

struct Read {
  Detail detail;
  std::vector<std::string> told;
};

Read read(const std::string& json) {
  const std::vector<SourceText> sources = {{"request", json}};
  Reporter reporter(sources);
  const auto value = read_json(0, reporter);
  REQUIRE(value);
  Read read = {read_detail(*value, small_model(), reporter), {}};
  read.told = lines_of(reporter.take());
  return read;
}

std::vector<std::string> listed(const Read& read) {
  CHECK(read.detail.form == Detail::Form::listed);
  return ids_of(read.detail.programmes, small_model().programmes);
}

}  // namespace

TEST_CASE("what to explain is all, so many, or a list of ids") {
  CHECK(read(R"("all")").detail.form == Detail::Form::all);
  const Read first = read("7");
  CHECK(first.detail.form == Detail::Form::first);
  CHECK(first.detail.count == 7);
  CHECK(listed(read("[]")).empty());
  // By the order of the model, in which they are looked up.
  CHECK(listed(read(R"(["hotel-either", "golf-coding"])")) == std::vector<std::string>{"golf-coding", "hotel-either"});
}

TEST_CASE("an id that the pack does not have is told of, and the others stand") {
  const Read some = read(R"(["golf-codign", "hotel-either"])");
  CHECK(listed(some) == std::vector<std::string>{"hotel-either"});
  CHECK(some.told ==
        std::vector<std::string>{"request:1:2: warning: there is no programme \"golf-codign\" to explain; did you mean "
                                 "\"golf-coding\"? [id_unknown]"});
}

TEST_CASE("another choice of what to explain is refused") {
  for (const std::string json : {"-1", "20001", "1.5", R"("some")", "null", "true", "{}", "[1]"}) {
    INFO(json);
    const Read refused = read(json);
    REQUIRE(refused.told.size() == 1);
    CHECK(refused.told[0].find("error: the detail is ") != std::string::npos);
    CHECK(refused.told[0].ends_with(
        "use \"all\", a whole number from 0 to 20000, or a list of programme ids [request_malformed]"));
  }
}
