#include <algorithm>
#include <array>
#include <cstdio>
#include <thread>

#include "cli/commands.h"
#include "cli/open_folder.h"
#include "cli/terminal.h"
#include "simulating/simulate.h"

namespace waymark {
namespace {

constexpr int label_width = 30;

std::string percent(std::uint64_t part, std::uint64_t whole) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.1f %%",
                whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text.data();
}

std::string padded(std::string text, std::size_t width, bool to_the_right) {
  if (text.size() >= width) return text;
  const std::string space(width - text.size(), ' ');
  return to_the_right ? space + text : text + space;
}

std::uint32_t median(std::vector<std::uint32_t> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

/// The share of the full interview's questions that the middle person is asked, in thousandths.
std::uint32_t median_share(const InterviewTally& tally, const InterviewTally& full) {
  std::vector<std::uint32_t> shares;
  for (std::size_t i = 0; i < tally.asked.size(); ++i)
    shares.push_back(full.asked[i] == 0 ? 0 : tally.asked[i] * 1000 / full.asked[i]);
  return median(std::move(shares));
}

void print_row(const std::string& name, const std::vector<std::string>& cells) {
  std::string line = padded(name, label_width, false);
  for (const std::string& cell : cells) line += padded(cell, 16, true);
  print_line(line);
}

void print_tally(const std::string& name, const InterviewTally& tally, const InterviewTally& full) {
  const std::uint64_t people = tally.asked.size();
  std::uint64_t same = 0;
  for (const std::uint64_t area : tally.same_band) same += area;
  print_row(name, {std::to_string(median(tally.asked)), percent(median_share(tally, full), 1000),
                   percent(tally.same_first_three, people), percent(same, people * tally.same_band.size())});
}

}  // namespace

int run_simulate(const SimulateOptions& options) {
  int status = success;
  const auto opened = open_folder(options.pack, status);
  if (!opened) return status;
  const Model& model = *opened;
  SimulationOptions how;
  how.today = options.today.value_or(model.published);
  how.people = options.people;
  how.seed = options.seed;
  how.jobs = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  const auto simulation = simulate(model, how);
  if (!simulation) {
    print_failure("nearly every made-up person's interview ends at a notice; look at the shares in interview.json");
    return faulty_input;
  }
  print_line(model.id + ": " + std::to_string(how.people) + " made-up people, seed " + std::to_string(how.seed) +
             ", at " + to_text(how.today));
  print_line("");
  print_row("interview", {"questions", "of a full one", "same first 3", "same bands"});
  print_tally("full", simulation->full, simulation->full);
  print_tally("quick check", simulation->quick, simulation->full);
  print_tally("quick check, cut at half", simulation->quick_half, simulation->full);
  print_tally("as many, in random order", simulation->random_order, simulation->full);
  print_tally("as many, in the pack's order", simulation->pack_order, simulation->full);
  print_tally("no question", simulation->none, simulation->full);
  print_line("");
  print_row("same likely band", {"quick check", "random order", "pack's order", "no question"});
  for (std::size_t area = 0; area < model.needs.size(); ++area) {
    std::vector<std::string> cells;
    for (const InterviewTally* tally :
         {&simulation->quick, &simulation->random_order, &simulation->pack_order, &simulation->none})
      cells.push_back(percent(tally->same_band[area], how.people));
    print_row(model.needs[area].id, cells);
  }
  return output_is_whole() ? success : misuse;
}

}  // namespace waymark
