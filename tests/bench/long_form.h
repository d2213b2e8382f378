// SPDX-License-Identifier: Apache-2.0
// A long form for benchmarks of its logic.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"

namespace tertulia {

inline Bind bench_bind(const std::string& path, NodeKind kind) {
  Bind bind;
  bind.path = path;
  bind.kind = kind;
  return bind;
}

inline std::string bench_reference(int at) { return "${q" + std::to_string(at) + "}"; }

// Questions in groups three deep; each second one is shown by an answer, each sixth is a calculation. "q0"
// shows whole groups.
inline std::vector<Bind> long_form_binds(int rows) {
  std::vector<Bind> binds;
  for (int at = 0; at < rows; ++at) {
    const std::string outer = "/data/g" + std::to_string(at / 100);
    const std::string inner = outer + "/h" + std::to_string(at / 20);
    if (at % 100 == 0) {
      binds.push_back(bench_bind(outer, NodeKind::kGroup));
      if (at > 0) binds.back().relevant = "${q0} != 'none'";
    }
    if (at % 20 == 0) binds.push_back(bench_bind(inner, NodeKind::kGroup));
    Bind bind = bench_bind(inner + "/q" + std::to_string(at), NodeKind::kQuestion);
    if (at % 6 == 5) {
      bind.calculation = "coalesce(" + bench_reference(at - 1) + ", 0) + coalesce(" +
                         bench_reference(std::max(0, at - 6)) + ", 0)";
    } else if (at % 2 == 1) {
      bind.relevant = "selected(" + bench_reference(at - 1) + ", '1') or " + bench_reference(at / 2) + " > 3";
    } else {
      bind.required = "true()";
      bind.constraint = ". >= 0 and . <= 10";
    }
    binds.push_back(std::move(bind));
  }
  return binds;
}

// The same as a kiosk has it, a question on each page.
inline Questionnaire long_form(int rows) {
  Questionnaire form;
  form.id = "long";
  form.languages = {"en"};
  form.binds = long_form_binds(rows);
  for (const Bind& bind : form.binds) {
    if (bind.kind != NodeKind::kQuestion) continue;
    const std::string name = bind.path.substr(bind.path.rfind('/') + 1);
    if (!bind.calculation.empty()) {
      form.calculated.push_back({name, bind.path});
      continue;
    }
    Question question;
    question.name = name;
    question.path = bind.path;
    question.kind = Text{};
    form.pages.push_back({{}, {question}});
  }
  return form;
}

}  // namespace tertulia
