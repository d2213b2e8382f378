// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_lists.h"

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// "towns" of "instance('towns')/root/item[...]"; empty when it is none.
std::string instance_in(const std::string& nodeset) {
  constexpr std::string_view kCall = "instance(";
  const std::size_t call = nodeset.find(kCall);
  const std::size_t start = nodeset.find_first_of("'\"", call);
  if (call == std::string::npos || start == std::string::npos) return {};
  return nodeset.substr(start + 1, nodeset.find_first_of("'\"", start + 1) - start - 1);
}

}  // namespace

XFormLists::XFormLists(const XFormNode& model, const XFormTexts& texts) : texts_(texts) {
  bool is_first = true;
  for (const XFormNode& instance : model.children) {
    if (instance.name != "instance") continue;
    const bool is_own = is_first && !instance.children.empty();
    if (!is_own) instances_.emplace(instance.attribute("id"), &instance);
    is_first = is_first && !is_own;
  }
}

std::string XFormLists::name_of(const XFormNode& control) {
  const XFormNode* itemset = control.child("itemset");
  if (itemset == nullptr) {
    std::string list = "list_" + std::to_string(++inline_lists_);
    for (const XFormNode& item : control.children)
      if (item.name == "item") write_choice(list, item, "value", "label");
    return list;
  }
  std::string id = instance_in(itemset->attribute("nodeset"));
  const auto found = instances_.find(id);
  if (found == instances_.end() || !found->second->attribute("src").empty()) return id;
  write_list(id, *found->second, itemset);
  return id;
}

void XFormLists::write_list(const std::string& id, const XFormNode& instance, const XFormNode* itemset) {
  if (!written_.insert(id).second || instance.children.empty()) return;
  const XFormNode* value = itemset == nullptr ? nullptr : itemset->child("value");
  const XFormNode* label = itemset == nullptr ? nullptr : itemset->child("label");
  for (const XFormNode& item : instance.children.front().children)
    write_choice(id, item, value == nullptr ? "name" : value->attribute("ref"),
                 label != nullptr                 ? label->attribute("ref")
                 : item.child("label") != nullptr ? "label"
                                                  : "name");
}

Sheet XFormLists::finished() {
  for (const auto& [id, instance] : instances_)
    if (instance->attribute("src").empty()) write_list(id, *instance, nullptr);
  return choices_.finished();
}

// A label is a text, a reference to one, or the name of a member that has the id of one.
void XFormLists::write_choice(const std::string& list, const XFormNode& item, const std::string& value,
                              const std::string& label) {
  const XFormNode* name = item.child(value);
  if (name == nullptr) return;
  choices_.begin_row(item.line);
  choices_.set("list_name", list);
  choices_.set("name", squashed(name->text));
  const bool has_id = label.find("itext(") != std::string::npos;
  const std::string member =
      has_id ? squashed(label.substr(label.find('(') + 1, label.rfind(')') - label.find('(') - 1)) : label;
  if (const XFormNode* words = item.child(member))
    for (const auto& [role, form] : {std::pair{"label", ""}, std::pair{"image", "image"}})
      choices_.set(role, has_id ? texts_.find(squashed(words->text), form) : texts_.of(*words, form));
  for (const XFormNode& column : item.children)  // a filter may name it
    if (!is_one_of(column.name, {"name", "label", "itextId", "value", "list", "list_name", "tag", "caption"}))
      choices_.set(column.name, squashed(column.text));
}

std::string XFormLists::with_file(const std::string& type, const std::string& nodeset) const {
  const std::string word = type.substr(0, type.find(' '));
  const auto found = instances_.find(instance_in(nodeset));
  if (found == instances_.end()) return word + " ${repeat}";  // choices out of other answers
  const std::string file = found->second->attribute("src");
  return file.empty() ? type : word + "_from_file " + last_step(file);
}

}  // namespace tertulia::formats
