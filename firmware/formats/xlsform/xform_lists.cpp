// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_lists.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xform_controls.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostInLists =
    200'000;  // choices; many controls may read one instance in their own way

// "/root/item" of "randomize(instance('towns')/root/item[a = /data/b], 3)".
std::string path_in(const std::string& nodeset) {
  const std::size_t call = nodeset.find("instance(");
  std::string path;
  int depth = 0;  // of conditions
  for (std::size_t at = std::min(nodeset.find('/', nodeset.find(')', call)), nodeset.size());
       at < nodeset.size() && (depth > 0 || (nodeset[at] != ')' && nodeset[at] != ',')); ++at) {
    if (nodeset[at] == ']') --depth;
    if (nodeset[at] == '[') ++depth;
    if (depth == 0 && nodeset[at] != ']' && nodeset[at] != ' ') path += nodeset[at];
  }
  return path.empty() ? "/*/*" : path;
}

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

}  // namespace

XFormLists::XFormLists(const XFormNode& model, const XFormTexts& texts, const XFormReport& report)
    : texts_(texts), report_(report) {
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
  if (itemset == nullptr) return name_of_items(control);
  const std::string nodeset = itemset->attribute("nodeset");
  std::string id = instance_in(nodeset);
  const auto found = instances_.find(id);
  if (found == instances_.end()) {
    if (nodeset.find("instance(") != std::string::npos)
      report_.wrong(*itemset,
                    "The form has no instance " + in_quotes(id) + ", from which this takes choices.");
    return id;
  }
  if (!found->second->attribute("src").empty()) return id;
  const XFormNode* value = itemset->child("value");
  const Members members{member_in(value == nullptr ? itemset->child("copy") : value, "name"),
                        member_in(itemset->child("label"), "label")};
  const std::string path = path_in(nodeset);
  const auto [list, is_new] = written_.try_emplace(id + path + " " + members.value + " " + members.label, id);
  if (!is_new) return list->second;
  if (const int count = ++lists_of_[id]; count > 1) list->second += "_" + std::to_string(count);
  if (choices_so_far_ > kMostInLists) return list->second;
  const std::vector<const XFormNode*> items = nodes_at(*found->second, path);
  if (items.empty())
    report_.wrong(*itemset, "There is nothing at " + in_quotes(nodeset) + ", from where this takes choices.");
  for (const XFormNode* item : items) write_choice(list->second, *item, members);
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
    write_choice(id, *item, {"name", label});
  }
}

Sheet XFormLists::finished() {
  for (const auto& [id, instance] : instances_) write_unasked(id, *instance);
  return choices_.finished();
}

// A label is a text, a reference to one, or the name of a member that has the id of one.
void XFormLists::write_choice(const std::string& list, const XFormNode& item, const Members& members) {
  if (++choices_so_far_ > kMostInLists) {
    if (choices_so_far_ == kMostInLists + 1)
      report_.wrong(item, "The lists of the form have more than 200,000 choices in all; shorten them.");
    return;
  }
  const XFormNode* name = item.child(members.value);
  if (name == nullptr || squashed(name->text).empty())
    return report_.wrong(item,
                         "This <" + item.name + "> has no <" + members.value + ">, the value of a choice.");
  choices_.begin_row(item.line);
  choices_.set("list_name", list);
  choices_.set("name", squashed(name->text));
  const std::string& label = members.label;
  const bool has_id = label.find("itext(") != std::string::npos;
  const std::string member =
      has_id ? squashed(label.substr(label.find('(') + 1, label.rfind(')') - label.find('(') - 1)) : label;
  if (const XFormNode* words = item.child(member)) {
    const auto texts = [&](const char* form) {
      return has_id ? texts_.find(squashed(words->text), form) : texts_.of(*words, form);
    };
    choices_.set("label", texts(""));
    for (const char* medium : {"image", "audio", "video"}) choices_.set(medium, texts(medium));
  }
  for (const XFormNode& column : item.children)  // a filter may name it
    if (!is_one_of(column.name, {"name", "label", "itextId", "value", "list", "list_name", "tag", "caption",
                                 "image", "audio", "video"}))
      choices_.set(column.name, squashed(column.text));
}

std::string XFormLists::with_file(const std::string& type, const std::string& nodeset) const {
  if (nodeset.empty()) return type;
  const std::string word = type.substr(0, type.find(' '));
  const auto found = instances_.find(instance_in(nodeset));
  if (found == instances_.end()) return word + " ${repeat}";  // choices out of other answers
  const std::string file = found->second->attribute("src");
  return file.empty() ? type : word + "_from_file " + last_step(file);
}

}  // namespace tertulia::formats
