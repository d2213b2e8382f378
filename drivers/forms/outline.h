// SPDX-License-Identifier: Apache-2.0
// The pages of a form as its repeats hold them. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/expressions/form_rules.h"

namespace tertulia {

// A question that is asked, or a value that the form makes, wherever its repeats put it.
struct OutlineRow {
  const Question* question = nullptr;  // null: a value that the form makes
  const std::string* name = nullptr;
  std::size_t page = 0;
  std::size_t number = 0;
  std::string inner_path;                       // behind the path of its repeat: "/group/name"
  formats::SchemaId node = formats::kRootNode;  // the root: the form has no bind for it
  bool is_required = false;                     // while it is relevant; no expression decides it
};

struct Outline {
  std::string inner_path;  // of the repeat, behind that of the repeat around it; of the form itself "/data"
  formats::SchemaId node = formats::kRootNode;
  std::size_t at_most = 1;
  bool is_open = false;       // the respondent says whether there is one more
  std::size_t last_page = 0;  // the last of its pages, those of repeats inside too
  struct Part {               // one of both
    bool is_repeat = false;
    std::size_t at = 0;  // in `rows`, or in `repeats`
  };
  std::vector<Part> parts;  // as the form asks them
  std::vector<OutlineRow> rows;
  std::vector<Outline> repeats;
};

// Refers to names and questions of the form, which must outlive it.
[[nodiscard]] Outline outline_of(const Questionnaire& form, const formats::FormRules& rules);

}  // namespace tertulia
