// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_model.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "firmware/formats/expressions/form_plan.h"
#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xform_controls.h"

namespace tertulia::formats {
namespace {

// "/data/g/b" of "../b" in "/data/g/a".
std::string joined_path(const std::string& context, const std::string& relative) {
  std::string path = context;
  for (const std::string& step : split(relative, '/')) {
    if (step == "..")
      path.resize(std::min(path.rfind('/'), path.size()));
    else if (!step.empty() && step != ".")
      path += "/" + step;
  }
  return path;
}

// Whether a path that follows is absolute: it goes on from nothing that stands before it.
bool begins_path(std::string_view before) {
  const std::string_view trimmed = trim(before);
  if (trimmed.ends_with(')') || trimmed.ends_with(']')) return false;
  const char last = before.empty() ? ' ' : before.back();
  return last != '.' && last != '_' && last != '-' && std::isalnum(static_cast<unsigned char>(last)) == 0 &&
         static_cast<unsigned char>(last) < 0x80;
}

}  // namespace

XFormModel::XFormModel(const XFormNode& model, const XFormNode& body) {
  for (const XFormNode& instance : model.children)
    if (instance.name == "instance") {
      if (data_ == nullptr && !instance.children.empty()) data_ = &instance.children.front();
      note_file(instance);
    }
  if (data_ == nullptr) return;
  root_ = "/" + data_->name;
  note_values(*data_, root_);
  for (const XFormNode& bind : model.children) {
    if (bind.name != "bind") continue;
    const std::string nodeset = bind.attribute("nodeset");
    const std::string path = path_of(nodeset.empty() ? bind.attribute("ref") : nodeset);
    (binds_.emplace(path, &bind).second ? in_order_ : second_binds_).push_back(&bind);
    if (const std::string id = bind.attribute("id"); !id.empty()) paths_by_bind_.emplace(id, path);
  }
  for (const XFormNode* part : {&model, &body}) note_setvalues(*part, "");
}

// What stands in the instance is the default.
void XFormModel::note_values(const XFormNode& node, const std::string& path) {
  for (const XFormNode& child : node.children) {
    const std::string own = path + "/" + child.name;
    if (nodes_.emplace(own, &child).second) ++called_[child.name];
    if (child.children.empty() && !squashed(child.text).empty()) defaults_.emplace(own, squashed(child.text));
    note_values(child, own);
  }
}

// Expressions find the file "places.csv" under the id "places" anyway; under any other id they do not.
void XFormModel::note_file(const XFormNode& instance) {
  const std::string source = instance.attribute("src");
  const std::string id = instance.attribute("id");
  if (source == "jr://instance/last-saved") files_.emplace(id, kLastSavedInstance);
  if (!source.starts_with("jr://file")) return;
  const std::string file = last_step(source);
  if (!id.empty() && !file.empty() && file != id + ".csv") files_.emplace(id, file);
}

// What a question is set to when the form opens is its default, and else is calculated when the control
// around changes.
void XFormModel::note_setvalues(const XFormNode& node, const std::string& control) {
  for (const XFormNode& child : node.children) {
    if (child.name != "setvalue") {
      const std::string reference = child.attribute("ref");
      note_setvalues(child, reference.empty() || is_part_of_control(child) ? control : path_of(reference));
      continue;
    }
    note_setvalue(child, control);
  }
}

// It may be set at both, and by one control alone.
void XFormModel::note_setvalue(const XFormNode& setvalue, const std::string& control) {
  const std::string path = path_of(setvalue, control);
  const std::string events = setvalue.attribute("event");
  const bool follows = events.find("value-changed") != std::string::npos;
  const bool is_first = !follows || events.find("load") != std::string::npos;
  const bool is_of_control = follows && !control.empty() && !triggered_.contains(path);
  if (!nodes_.contains(path) || (follows && !is_of_control)) return idle_setvalues_.push_back(&setvalue);
  if (is_first) defaults_.insert_or_assign(path, default_by(setvalue));
  if (follows) triggered_.emplace(path, std::pair{value_of(setvalue), reference(control)});
}

// Relative paths in it begin at what is set, as those of its bind do. What stands between the tags is a text.
std::string XFormModel::value_of(const XFormNode& setvalue) const {
  if (const std::string value = setvalue.attribute("value"); !value.empty()) return expression(value);
  const std::string text = squashed(setvalue.text);
  const std::string quote = text.find('\'') == std::string::npos ? "'" : "\"";
  return quote + text + quote;
}

// A default is taken for a text unless it shows that it is an expression.
std::string XFormModel::default_by(const XFormNode& setvalue) const {
  std::string text = squashed(setvalue.text);
  if (setvalue.attribute("value").empty() && !is_dynamic_default(text)) return text;
  const std::string value = value_of(setvalue);
  return is_dynamic_default(value) ? value : "string(" + value + ")";
}

std::string XFormModel::path_of(const std::string& reference, const std::string& context) const {
  std::string path(trim(reference));
  if (path.starts_with('/')) return path;
  if (!context.empty())
    if (std::string inside = joined_path(context, path); nodes_.contains(inside)) return inside;
  return joined_path(root_, path);
}

std::string XFormModel::path_of(const XFormNode& control, const std::string& context) const {
  for (const char* name : {"ref", "nodeset"})
    if (const std::string reference = control.attribute(name); !trim(reference).empty())
      return path_of(reference, context);
  const auto bind = paths_by_bind_.find(control.attribute("bind"));
  return bind == paths_by_bind_.end() ? std::string() : bind->second;
}

const XFormNode* XFormModel::node_at(const std::string& path) const {
  const auto found = nodes_.find(path);
  return found == nodes_.end() ? nullptr : found->second;
}

const XFormNode* XFormModel::bind_of(const std::string& path) const {
  const auto found = binds_.find(path);
  return found == binds_.end() ? nullptr : found->second;
}

std::string XFormModel::default_of(const std::string& path) const {
  const auto found = defaults_.find(path);
  return found == defaults_.end() ? std::string() : found->second;
}

std::optional<std::pair<std::string, std::string>> XFormModel::triggered(const std::string& path) const {
  const auto found = triggered_.find(path);
  if (found == triggered_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> XFormModel::unique_name(const std::string& path) const {
  const std::string name = last_step(path);
  const auto found = called_.find(name);
  if (found == called_.end() || found->second > 1) return std::nullopt;
  return name;
}

// The root of the sheets is called `data`, whatever that of the instance is.
std::string XFormModel::path_in_data(const std::string& path) const {
  return "/data" + path.substr(root_.size());
}

std::string XFormModel::reference(const std::string& path) const {
  const auto name = unique_name(path);
  if (!name && !nodes_.contains(path)) return "${" + last_step(path) + "}";  // whoever reads it says so
  return "${" + (name ? *name : path_in_data(path)) + "}";
}

std::string XFormModel::text(const std::string& text, const std::string& context) const {
  std::string result;
  std::size_t at = 0;
  for (std::size_t open = text.find("${"); open != std::string::npos; open = text.find("${", at)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    result +=
        text.substr(at, open - at) + reference(path_of(text.substr(open + 2, close - open - 2), context));
    at = close + 1;
  }
  return result + text.substr(at);
}

std::string XFormModel::expression(const std::string& xpath) const {
  std::string plain;
  for (std::size_t at = 0; at < xpath.size();) {
    if (xpath[at] == '\'' || xpath[at] == '"') {
      const std::size_t end = std::min(xpath.find(xpath[at], at + 1), xpath.size() - 1);
      const std::string literal = xpath.substr(at, end - at + 1);
      const std::string path(
          trim(std::string_view(literal).substr(1, std::max<std::size_t>(literal.size(), 2) - 2)));
      const auto file = trim(plain).ends_with("instance(") ? files_.find(path) : files_.end();
      const bool is_node = nodes_.contains(path);
      plain += is_node || file != files_.end()
                   ? literal.front() + (is_node ? reference(path) : file->second) + literal.front()
                   : literal;
      at = end + 1;
      continue;
    }
    std::size_t end = at;
    if (xpath.compare(at, root_.size() + 1, root_ + "/") == 0 && begins_path(plain))
      end = std::min(xpath.find_first_of(" ()[],'\"=<>!+*|\t\r\n", at), xpath.size());
    const std::string path = xpath.substr(at, end - at);
    if (nodes_.contains(path)) {
      plain += unique_name(path) ? reference(path) : path_in_data(path);
      at = end;
    } else {
      plain += xpath[at++];
    }
  }
  return squashed(plain);
}

}  // namespace tertulia::formats
