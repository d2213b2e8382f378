// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/ledger.h"

#include <nlohmann/json.hpp>

namespace tertulia::robot {

Ledger::Ledger(const std::filesystem::path& file) {
  if (!file.empty()) file_.open(file, std::ios::app);
}

void Ledger::opened(const std::string& language) { write("opened", language); }

void Ledger::tapped(const std::string& target) {
  ++taps_;
  write("tapped", target);
}

void Ledger::sends(const std::string& canonical_answers) {
  undecided_.push_back(canonical_answers);
  write("sends", canonical_answers);
}

void Ledger::saw_next_question() {
  if (!undecided_.empty()) undecided_.pop_back();
  write("saw", "next question");
}

void Ledger::saw_thanks() {
  if (undecided_.empty()) return;
  thanked_.push_back(std::move(undecided_.back()));
  undecided_.pop_back();
  write("saw thanks for", thanked_.back());
}

void Ledger::write(std::string_view what, const std::string& value) {
  if (file_.is_open()) file_ << nlohmann::json{{"what", what}, {"value", value}}.dump() << std::endl;
}

}  // namespace tertulia::robot
