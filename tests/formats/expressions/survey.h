// SPDX-License-Identifier: Apache-2.0
// A small survey with answers in it, and tables of expressions with what they have to give there.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "firmware/formats/expressions/evaluator.h"

namespace tertulia::formats {

// data
//   name "Ana", age 42, income 1234.5, zero 0, negative -3, blank "", agree "yes", spaced "  two   words ",
//   greeting "Hello, wörld", colours "red blue green", colour "red", born 1984-02-29,
//   met 2024-03-10T09:30:00.000+01:00, clock 13:45:00.000+01:00, no "false", total ""
//   secret "hidden", which is not relevant
//   home: street "Main St", number 12
//   person, three times: called Ana, Bia, Caio; years 30, 7, ""; and pet with species: dog and cat, none,
//   bird
// It is 2024-03-16T00:30+01:00 in Europe/Berlin.
class Survey {
 public:
  Survey();
  // "true", "42", "'text'", "{first|second}" for nodes, "! 7 sentence" for an error at the seventh character,
  // "! sentence" for one of the evaluation.
  [[nodiscard]] std::string result_of(std::string_view expression, std::string_view at = "/data/total");
  [[nodiscard]] Instance& instance() { return instance_; }
  [[nodiscard]] Evaluator& evaluator() { return evaluator_; }
  [[nodiscard]] Scope scope(std::string_view at);
  [[nodiscard]] static EvaluationContext context();

 private:
  static FormSchema make_schema();
  static ChoiceTables make_tables();
  void answer(std::string_view path, std::string value);

  FormSchema schema_ = make_schema();
  ChoiceTables tables_ = make_tables();
  std::vector<std::optional<TableId>> lists_;
  Instance instance_{schema_};
  Evaluator evaluator_{instance_, tables_};
};

struct Case {
  const char* expression;
  const char* result;  // of an error: its beginning
  const char* at = "/data/total";
};

void expect_all(std::span<const Case> cases);

}  // namespace tertulia::formats
