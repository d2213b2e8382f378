// SPDX-License-Identifier: Apache-2.0
// The robot's own append-only record of what it did and saw: one JSON object a line, written through at once,
// so that it survives whatever is killed. What the databases hold is judged by it.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::robot {

class Ledger {
 public:
  // Empty: kept in memory only.
  explicit Ledger(const std::filesystem::path& file = {});

  void opened(const std::string& language);
  void tapped(const std::string& target);
  // The next tap may send these answers: until what follows is seen it is undecided whether they count.
  void sends(const std::string& canonical_answers);
  void saw_next_question();
  void saw_thanks();

  [[nodiscard]] const std::vector<std::string>& thanked() const { return thanked_; }  // canonical answers
  [[nodiscard]] std::size_t taps() const { return taps_; }
  // Perhaps sent, but neither the thank-you nor another question was seen.
  [[nodiscard]] const std::vector<std::string>& undecided() const { return undecided_; }

 private:
  void write(std::string_view what, const std::string& value);

  std::ofstream file_;
  std::size_t taps_ = 0;
  std::vector<std::string> thanked_;
  std::vector<std::string> undecided_;
};

}  // namespace tertulia::robot
