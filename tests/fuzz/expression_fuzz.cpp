// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "firmware/formats/expressions/form_logic.h"
#include "tests/fuzz/fuzz_input.h"

// Whatever stands in a cell: it is reported with a place inside of the cell, or it can be applied to any
// answers.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  using namespace tertulia::formats;
  const std::string text(as_text(data, std::min<std::size_t>(size, 2000)));
  FormPlan plan;
  ChoiceTable table("t", {"name", "label", "c"});
  require(table.add_row({"a", "A", "1"}).ok() && table.add_row({"b", "B", "2"}).ok());
  plan.tables.add(std::move(table));
  const auto add = [&](const char* path, NodeKind kind) -> Bind& {
    Bind bind;
    bind.path = path;
    bind.kind = kind;
    plan.binds.push_back(std::move(bind));
    return plan.binds.back();
  };
  add("/data/a", NodeKind::kQuestion).default_value = "5";
  add("/data/r", NodeKind::kRepeat);
  add("/data/r/b", NodeKind::kQuestion).relevant = text;
  Bind& c = add("/data/r/c", NodeKind::kQuestion);
  c.calculation = text;
  c.constraint = text;
  Bind& d = add("/data/d", NodeKind::kQuestion);
  d.choice_list = "t";
  d.choice_filter = text;
  d.default_value = text;
  std::vector<FormFault> faults;
  const auto rules = FormRules::compile(std::move(plan), faults);
  for (const FormFault& fault : faults) require(fault.position >= 1 && fault.position <= text.size() + 1);
  FormLogic logic(*rules, {});
  require(logic.set("/data/a", "a").ok());
  require(logic.add_repetition("/data/r").ok());
  require(logic.set("/data/r[2]/b", "2024-02-29").ok());
  (void)logic.choices("/data/d");
  require(logic.remove_repetition("/data/r[1]").ok());
  require(logic.state("/data/r[1]/c").has_value());
  return 0;
}
