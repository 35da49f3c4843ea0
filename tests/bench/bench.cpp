// Measures the core by the module's own functions, built natively.
//
// waymark_bench BUNDLE [--brief] [--write FOLDER] [--benchmark_...]: measures every case; with --write, writes the
// cases to a folder instead, so that the module can be measured with the same.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "abi.h"
#include "cases.h"
#include "open.h"
#include "writing/json_writer.h"

namespace {

using namespace waymark::bench;

void measure_opening(benchmark::State& state, const std::string& model) {
  for (auto _ : state) waymark_close(waymark_open(model.data(), model.size()));
}

/// What authors wait for: reading and checking.
void measure_checking(benchmark::State& state, const std::string& bundle) {
  for (auto _ : state) benchmark::DoNotOptimize(waymark::open_bundle({"bundle.json", bundle}));
}

void measure_requests(benchmark::State& state, const std::string& model, const Case& measured) {
  const std::uint32_t pack = waymark_open(model.data(), model.size());
  std::size_t turn = 0;
  for (auto _ : state) {
    const std::string& request = measured.requests[turn++ % measured.requests.size()];
    waymark_assess(pack, request.data(), request.size());
  }
  waymark_close(pack);
}

void register_all(const Cases& cases) {
  for (const Case& each : cases.all)
    benchmark::RegisterBenchmark(each.name.c_str(), [&cases, &each](benchmark::State& state) {
      if (each.requests.empty()) measure_opening(state, cases.models[each.pack]);
      else measure_requests(state, cases.models[each.pack], each);
    })->Unit(benchmark::kMillisecond);
  for (const Case& each : cases.all)
    if (each.requests.empty())
      benchmark::RegisterBenchmark(
          ("check" + each.name.substr(each.name.find('/'))).c_str(),
          [&cases, &each](benchmark::State& state) { measure_checking(state, cases.bundles[each.pack]); })
          ->Unit(benchmark::kMillisecond);
}

bool write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  return static_cast<bool>(stream.flush());
}

bool write_cases(const Cases& cases, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < cases.models.size(); ++i)
    if (!write(folder / ("model-" + std::to_string(i) + ".bin"), cases.models[i])) return false;
  waymark::JsonWriter json;
  json.open_array();
  for (const Case& each : cases.all) {
    json.open_object().key("name").text(each.name).key("pack").integer(static_cast<std::int64_t>(each.pack));
    json.key("requests").open_array();
    for (const std::string& request : each.requests) json.text(request);
    json.close_array().close_object();
  }
  json.close_array();
  return write(folder / "cases.json", json.take());
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  std::string bundle_path;
  std::string folder;
  bool brief = false;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--brief") brief = true;
    else if (argument == "--write" && i + 1 < count) folder = arguments[++i];
    else bundle_path = argument;
  }
  std::ifstream stream(bundle_path, std::ios::binary);
  if (!stream) {
    std::cerr << "usage: waymark_bench BUNDLE [--brief] [--write FOLDER]\n";
    return 2;
  }
  const std::string shipped((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  const Cases cases = make_cases(shipped, brief);
  if (!folder.empty()) return write_cases(cases, folder) ? 0 : 2;
  register_all(cases);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
