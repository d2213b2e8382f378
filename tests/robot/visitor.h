// SPDX-License-Identifier: Apache-2.0
// A robot in the place of a visitor at the kiosk: chooses a language, answers every question of whichever
// form is shown, and waits for the thank-you. Judges by what can be touched, as a person does.
#pragma once

#include <random>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/robot/glass.h"
#include "tests/robot/ledger.h"

namespace tertulia::robot {

class Visitor {
 public:
  // `glass` and `ledger` must outlive the visitor. The same seed gives the same answers.
  Visitor(Glass& glass, Ledger& ledger, unsigned seed) : glass_(glass), ledger_(ledger), chance_(seed) {}

  // From the attract screen to the thank-you. Throws Stuck.
  void answer(const std::string& language);
  // Back from the thank-you to the attract screen.
  void leave();
  // From the attract screen to the last page of the long form: everything answered, nothing sent.
  void fill(const std::string& language);
  // The last tap of fill()'s form, then waits for the thank-you.
  void send();

 private:
  void begin(const std::string& language);
  // Answers what is on the page and returns the tap that leaves it.
  std::string answer_page(const Targets& page);
  std::string answer_choices(const Targets& page);
  std::string answer_scale(const Targets& page);
  std::string answer_text();
  // To the next page, which is then read to the end of its question.
  void turn(const std::string& leaving_tap);
  void read_on();
  void type(const std::string& text);
  void tap(const std::string& name);
  [[nodiscard]] std::string some_words();
  [[nodiscard]] std::size_t some_number(std::size_t below);

  Glass& glass_;
  Ledger& ledger_;
  std::mt19937 chance_;
  std::string language_;
  nlohmann::json answers_;
};

}  // namespace tertulia::robot
