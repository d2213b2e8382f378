// SPDX-License-Identifier: Apache-2.0
#include "drivers/forms/outline.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace tertulia {
namespace {

using formats::FormSchema;
using formats::kRootNode;
using formats::SchemaId;

class OutlineBuilder {
 public:
  OutlineBuilder(const Questionnaire& form, const formats::FormRules& rules) : form_(form), rules_(rules) {
    for (const Bind& bind : form.binds) binds_[bind.path] = &bind;
    outline_.inner_path = schema().node(kRootNode).path;
  }

  Outline build() {
    for (std::size_t page = 0; page < form_.pages.size(); ++page)
      for (std::size_t number = 0; number < form_.pages[page].questions.size(); ++number) {
        const Question& question = form_.pages[page].questions[number];
        add({&question, &question.name, page, number, question.path, kRootNode, false});
      }
    for (const Calculated& value : form_.calculated)
      add({nullptr, &value.name, 0, 0, value.path, kRootNode, false});
    return std::move(outline_);
  }

 private:
  [[nodiscard]] const FormSchema& schema() const { return rules_.schema(); }

  void add(OutlineRow row) {
    row.node = schema().find(row.inner_path).value_or(kRootNode);
    const auto bind = binds_.find(row.inner_path);
    const bool is_decided = bind != binds_.end() && !bind->second->required.empty();
    row.is_required = row.question != nullptr && row.question->required && !is_decided;
    Outline& repeat = repeat_of(row);
    row.inner_path.erase(0, schema().node(repeat.node).path.size());
    repeat.parts.push_back({false, repeat.rows.size()});
    repeat.rows.push_back(std::move(row));
  }

  // The innermost repeat around the row.
  Outline& repeat_of(const OutlineRow& row) {
    std::vector<SchemaId> way;
    for (SchemaId at = schema().repeat_of(row.node); at != kRootNode;
         at = schema().repeat_of(schema().node(at).parent))
      way.push_back(at);
    Outline* outline = &outline_;
    for (auto id = way.rbegin(); id != way.rend(); ++id) {
      outline = &inside(*outline, *id);
      outline->last_page = std::max(outline->last_page, row.page);
    }
    return *outline;
  }

  Outline& inside(Outline& outer, SchemaId id) {
    for (Outline& known : outer.repeats)
      if (known.node == id) return known;
    Outline inner;
    inner.node = id;
    inner.inner_path = schema().node(id).path.substr(schema().node(outer.node).path.size());
    inner.is_open = !rules_.node(id).has_repeat_count;
    for (const Repeat& repeat : form_.repeats)
      if (repeat.path == schema().node(id).path) inner.at_most = repeat.at_most;
    outer.parts.push_back({true, outer.repeats.size()});
    outer.repeats.push_back(std::move(inner));
    return outer.repeats.back();
  }

  const Questionnaire& form_;
  const formats::FormRules& rules_;
  std::map<std::string_view, const Bind*> binds_;
  Outline outline_;
};

}  // namespace

Outline outline_of(const Questionnaire& form, const formats::FormRules& rules) {
  return OutlineBuilder(form, rules).build();
}

}  // namespace tertulia
