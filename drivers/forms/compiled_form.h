// SPDX-License-Identifier: Apache-2.0
// What all respondents of a form share: its compiled rules and texts. One thread.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "drivers/forms/outline.h"
#include "firmware/domain/questionnaire.h"
#include "firmware/formats/expressions/form_rules.h"
#include "firmware/formats/expressions/text_template.h"

namespace tertulia {

class CompiledForm {
 public:
  // What is wrong in the form is left out: whoever read its file has said so.
  explicit CompiledForm(std::shared_ptr<const Questionnaire> form);

  [[nodiscard]] const Questionnaire& form() const { return *form_; }
  [[nodiscard]] const formats::FormRules& rules() const { return *rules_; }
  [[nodiscard]] const Outline& outline() const { return outline_; }

  // Null: the text has a name that nobody knows.
  [[nodiscard]] const formats::TextTemplate* text(std::string_view text, formats::SchemaId node);
  // Positions in the question's list of these rows of its table. What the table has not (the choice "other")
  // comes behind them.
  [[nodiscard]] std::vector<std::size_t> positions(const OutlineRow& row,
                                                   const std::vector<formats::RowNumber>& rows);
  // In the language of the respondent.
  [[nodiscard]] std::string choice_label(const std::string& list, const std::string& name,
                                         const Language& language);

 private:
  static constexpr std::size_t kMostTexts = 20'000;               // kept; then all are compiled anew
  struct Offered {                                                // what a question offers
    std::unordered_map<std::string_view, std::size_t> positions;  // by name
    std::optional<std::vector<std::size_t>> beyond_table;
  };
  Offered& offered_by(const Question& question);

  std::shared_ptr<const Questionnaire> form_;
  std::unique_ptr<const formats::FormRules> rules_;
  Outline outline_;
  std::map<std::pair<formats::SchemaId, std::string>, std::optional<formats::TextTemplate>, std::less<>>
      texts_;
  std::unordered_map<const Question*, Offered> offered_;
  std::map<std::string, const Question*> lists_;  // a question that chooses from it
};

}  // namespace tertulia
