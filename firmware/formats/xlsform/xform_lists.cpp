// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_lists.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostInLists =
    200'000;  // choices; many controls may read one instance in their own way

// The nodes at the path "/root/item".
std::vector<const XFormNode*> nodes_at(const XFormNode& top, const std::string& path) {
  std::vector<const XFormNode*> nodes{&top};
  for (const std::string& step : split(path, '/')) {
    if (step.empty()) continue;
    const std::string name = step.substr(step.find(':') + 1);  // npos + 1 is 0
    std::vector<const XFormNode*> inside;
    for (const XFormNode* node : nodes)
      for (const XFormNode& child : node->children)
        if (name == "*" || child.name == name) inside.push_back(&child);
    nodes = std::move(inside);
  }
  return nodes;
}

// Those of the control and of its <choices>, which group them.
void collect_items(const XFormNode& control, std::vector<const XFormNode*>& items) {
  for (const XFormNode& child : control.children) {
    if (child.name == "item") items.push_back(&child);
    if (child.name == "choices") collect_items(child, items);
  }
}

// "name" of "./name"; a reference to a text as it is.
std::string member_in(const XFormNode* reference, const char* usual) {
  if (reference == nullptr) return usual;
  const std::string member(trim(reference->attribute("ref")));
  return member.find('(') == std::string::npos ? last_step(member) : member;
}

// "itextId" of "jr:itext(itextId)"; any other as it is.
std::string label_member(const std::string& label) {
  const std::size_t open = label.find('(');
  return open == std::string::npos ? label : squashed(label.substr(open + 1, label.rfind(')') - open - 1));
}

bool has_function(const std::string& label) {
  return label.find('(') != std::string::npos && label.find("itext(") == std::string::npos;
}

}  // namespace

XFormLists::XFormLists(const XFormNode& head, const XFormModel& model, const XFormTexts& texts,
                       const XFormReport& report)
    : model_(model), texts_(texts), report_(report) {
  bool is_first = true;
  for (const XFormNode& instance : head.children) {
    if (instance.name != "instance") continue;
    const bool is_own = is_first && !instance.children.empty();
    if (!is_own) instances_.emplace(instance.attribute("id"), &instance);
    is_first = is_first && !is_own;
  }
}

std::string XFormLists::name_of(const XFormNode& control, const Nodeset& nodeset) {
  const XFormNode* itemset = control.child("itemset");
  if (itemset == nullptr) return name_of_items(control);
  const std::string& id = nodeset.instance;
  const auto found = instances_.find(id);
  if (found == instances_.end()) {
    if (!id.empty())
      report_.wrong(*itemset,
                    "The form has no instance " + in_quotes(id) + ", from which this takes choices.");
    return id;
  }
  if (!found->second->attribute("src").empty()) return id;
  const XFormNode* value = itemset->child("value");
  const Members members{member_in(value == nullptr ? itemset->child("copy") : value, "name"),
                        member_in(itemset->child("label"), "label")};
  const auto [list, is_new] =
      written_.try_emplace(id + nodeset.path + " " + members.value + " " + members.label, id);
  if (!is_new) return list->second;
  if (has_function(members.label))
    report_.guessed(*itemset, "The choices show " + in_quotes(label_member(members.label)) +
                                  " as it is, and not " + in_quotes(members.label) +
                                  ": a kiosk knows no functions in the labels of choices.");
  if (const int count = ++lists_of_[id]; count > 1) list->second += "_" + std::to_string(count);
  if (choices_so_far_ > kMostInLists) return list->second;
  const std::vector<const XFormNode*> items = nodes_at(*found->second, nodeset.path);
  if (items.empty())
    report_.wrong(*itemset, "There is nothing at " + in_quotes(itemset->attribute("nodeset")) +
                                ", from where this takes choices.");
  for (const XFormNode* item : items)
    if (write_choice(list->second, *item, members)) write_members(list->second, *item, members);
  return list->second;
}

std::string XFormLists::name_of_items(const XFormNode& control) {
  std::string list = "list_" + std::to_string(++inline_lists_);
  std::vector<const XFormNode*> items;
  collect_items(control, items);
  for (const XFormNode& group : control.children)
    if (group.name == "choices" && group.child("label") != nullptr)
      report_.skipped(group, "The <label> of a group of choices is not shown; the choices are.");
  if (items.empty())
    report_.wrong(control, "<" + control.name + "> offers nothing; give it an <item> for each choice.");
  for (const XFormNode* item : items) write_choice(list, *item, {"value", "label"});
  return list;
}

void XFormLists::write_unasked(const std::string& id, const XFormNode& instance) {
  if (lists_of_.contains(id) || !instance.attribute("src").empty()) return;
  for (const XFormNode* item : nodes_at(instance, "/*/*")) {
    const XFormNode* name = item->child("name");
    if (name == nullptr || squashed(name->text).empty()) continue;  // no choices
    const bool has_id = item->child("itextId") != nullptr;
    const char* label = item->child("label") != nullptr ? "label" : has_id ? "jr:itext(itextId)" : "name";
    if (write_choice(id, *item, {"name", label})) write_members(id, *item, {"name", label});
  }
}

Sheet XFormLists::finished() {
  for (const auto& [id, instance] : instances_) write_unasked(id, *instance);
  return choices_.finished();
}

// A label is a text, a reference to one, or the name of a member that has the id of one.
bool XFormLists::write_choice(const std::string& list, const XFormNode& item, const Members& members) {
  if (++choices_so_far_ > kMostInLists) {
    if (choices_so_far_ == kMostInLists + 1)
      report_.wrong(item, "The lists of the form have more than 200,000 choices in all; shorten them.");
    return false;
  }
  const XFormNode* name = item.child(members.value);
  if (name == nullptr || squashed(name->text).empty()) {
    report_.wrong(item, "This <" + item.name + "> has no <" + members.value + ">, the value of a choice.");
    return false;
  }
  choices_.begin_row(item.line);
  choices_.set("list_name", list);
  choices_.set("name", squashed(name->text));
  const bool has_id = members.label.find("itext(") != std::string::npos;
  if (const XFormNode* words = item.child(label_member(members.label))) {
    const auto texts = [&](const char* form) {
      auto all = has_id ? texts_.find(squashed(words->text), form) : texts_.of(*words, form);
      for (XFormTexts::Text& each : all) each.text = model_.text(each.text, "");
      return all;
    };
    choices_.set("label", texts(""));
    for (const char* medium : {"image", "audio", "video"}) choices_.set(medium, texts(medium));
  }
  return true;
}

// Expressions may read them. To these the value is called `name` and its text `label`.
void XFormLists::write_members(const std::string& list, const XFormNode& item, const Members& members) {
  for (const XFormNode& member : item.children) {
    const bool is_name = member.name == "name";
    const std::string meant = is_name ? members.value : label_member(members.label);
    if (!is_name && member.name != "label") {
      if (member.name != "itextId") choices_.set(own_column(member.name), squashed(member.text));
      continue;
    }
    if (member.name == meant || squashed(member.text).empty() || !hiding_.insert(list).second) continue;
    report_.guessed(member, "The choices of " + in_quotes(list) + " have a <" + member.name +
                                "> beside their <" + meant + ">, and expressions find the latter as " +
                                in_quotes(member.name) + "; rename the former.");
  }
}

std::string XFormLists::with_file(const std::string& type, const Nodeset& nodeset) const {
  const std::string word = type.substr(0, type.find(' '));
  const auto found = instances_.find(nodeset.instance);
  if (found == instances_.end()) return word + " ${repeat}";  // choices out of other answers
  const std::string file = found->second->attribute("src");
  return file.empty() ? type : word + "_from_file " + last_step(file);
}

}  // namespace tertulia::formats
