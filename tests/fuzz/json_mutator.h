#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace waymark::fuzzing {

/// Changes a JSON text and leaves it JSON: mutated bytes seldom get past the reader of the form.
class JsonMutator {
 public:
  explicit JsonMutator(unsigned int seed) : random_(seed) {}

  void change(nlohmann::ordered_json& root) {
    std::vector<nlohmann::ordered_json*> all;
    collect(root, all);
    nlohmann::ordered_json& target = *all[below(all.size())];
    const nlohmann::ordered_json other = *all[below(all.size())];
    switch (below(6)) {
      case 0: target = other; break;
      case 1: remove_from(target); break;
      case 2: add_to(target, other); break;
      case 3: swap_in(target); break;
      case 4:
      default: change_leaf(leaf_of(target)); break;
    }
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  static void collect(nlohmann::ordered_json& value, std::vector<nlohmann::ordered_json*>& all) {
    all.push_back(&value);
    if (value.is_structured())
      for (auto& item : value) collect(item, all);
  }

  nlohmann::ordered_json& leaf_of(nlohmann::ordered_json& value) {
    if (!value.is_structured() || value.empty()) return value;
    return leaf_of(*std::next(value.begin(), static_cast<std::ptrdiff_t>(below(value.size()))));
  }

  void remove_from(nlohmann::ordered_json& target) {
    if (!target.is_structured() || target.empty()) return;
    target.erase(std::next(target.begin(), static_cast<std::ptrdiff_t>(below(target.size()))));
  }

  void add_to(nlohmann::ordered_json& target, const nlohmann::ordered_json& other) {
    if (target.is_array()) target.insert(target.begin() + static_cast<std::ptrdiff_t>(below(target.size() + 1)), other);
    else if (target.is_object()) target[other.is_string() ? other.get<std::string>() : "id"] = other;
  }

  void swap_in(nlohmann::ordered_json& target) {
    if (!target.is_array() || target.empty()) return;
    std::swap(target[below(target.size())], target[below(target.size())]);
  }

  void change_leaf(nlohmann::ordered_json& leaf) {
    constexpr std::int64_t edges[] = {0, 1, -1, 2, 3, 50, 100, 720, 9999, 10'000, 10'001, 1'000'000'000, INT64_MAX};
    if (leaf.is_boolean()) leaf = !leaf.get<bool>();
    else if (leaf.is_number_float() && below(2) == 0) leaf = leaf.get<double>() / 2;
    else if (leaf.is_number() && below(2) == 0) leaf = edges[below(std::size(edges))];
    else if (leaf.is_number_integer()) leaf = static_cast<std::int64_t>(random_() % 10'001);
    else if (leaf.is_string()) leaf = changed(leaf.get<std::string>());
    else leaf = nullptr;
  }

  /// Through libFuzzer, which knows the words of the dictionary and what the code compares with.
  static std::string changed(std::string text) {
    const std::size_t size = text.size();
    text.resize(size + 32);
    text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
    return text;
  }

  std::minstd_rand random_;
};

/// Half of the time the bytes are changed as ever, so that what is not JSON is tried too.
inline std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t most, unsigned int seed) {
  if (seed % 2 == 0) return LLVMFuzzerMutate(data, size, most);
  auto root = nlohmann::ordered_json::parse(data, data + size, nullptr, false);
  if (root.is_discarded()) return LLVMFuzzerMutate(data, size, most);
  JsonMutator(seed / 2).change(root);
  const std::string text = root.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  if (text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

}  // namespace waymark::fuzzing
