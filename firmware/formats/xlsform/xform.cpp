// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xform_document.h"
#include "firmware/formats/xlsform/xform_lists.h"
#include "firmware/formats/xlsform/xform_sheet.h"

namespace tertulia::formats {
namespace {

bool is_truth(const std::string& expression) { return is_one_of(trim(expression), {"true()", "true", "1"}); }

std::string filter_in(const std::string& nodeset) {
  const std::size_t open = nodeset.find('[');
  const std::size_t close = nodeset.rfind(']');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return nodeset.substr(open + 1, close - open - 1);
}

// "42" of "randomize(instance('towns')/root/item[...], 42)"; empty when there is none.
std::string seed_in(const std::string& nodeset) {
  const std::size_t comma = nodeset.rfind(',');
  const std::size_t filter = nodeset.rfind(']');
  if (comma == std::string::npos || (filter != std::string::npos && comma < filter)) return {};
  return nodeset.substr(comma + 1, nodeset.rfind(')') - comma - 1);
}

// Writes the sheets of one form.
class FormWriter {
 public:
  FormWriter(const XFormNode& head, const XFormNode& model, const XFormNode& body)
      : head_(head), model_(model), body_(body), texts_(model), lists_(model, texts_) {}

  Result<Workbook> write() {
    const XFormNode* data = find_data();
    if (data == nullptr)
      return Error{"The XForm has no instance with the names of its questions; export it again."};
    root_ = "/" + data->name;
    note_values(*data, root_);
    for (const XFormNode& bind : model_.children)
      if (bind.name == "bind") binds_.emplace(path_of(bind.attribute("nodeset")), &bind);
    for (const XFormNode* part : {&model_, &body_}) note_setvalues(*part, "");
    write_settings(*data);
    survey_.begin_row(0);
    lists_.begin();
    note_controls(body_);
    for (const XFormNode& control : body_.children) write_control(control);
    write_values(*data, root_);
    Workbook book;
    book.sheets = {survey_.finished(), lists_.finished(), settings_.finished()};
    return book;
  }

 private:
  // The first instance is the form's own.
  const XFormNode* find_data() const {
    for (const XFormNode& instance : model_.children)
      if (instance.name == "instance" && !instance.children.empty()) return &instance.children.front();
    return nullptr;
  }

  // What stands in the instance is the default.
  void note_values(const XFormNode& node, const std::string& path) {
    for (const XFormNode& child : node.children) {
      const std::string own = path + "/" + child.name;
      nodes_.emplace(own, &child);
      if (paths_.insert(own).second) ++called_[child.name];
      if (child.children.empty() && !squashed(child.text).empty())
        defaults_.emplace(own, squashed(child.text));
      note_values(child, own);
    }
  }

  // What the body shows: all else are values that nobody is asked for.
  void note_controls(const XFormNode& part) {
    for (const XFormNode& control : part.children) {
      const bool is_group = control.name == "group" || control.name == "repeat";
      const std::string reference = control.attribute(control.name == "repeat" ? "nodeset" : "ref");
      const bool is_control = is_group || is_one_of(control.name, {"select1", "select", "rank", "trigger",
                                                                   "range", "secret", "upload", "input"});
      if (is_control && !reference.empty()) shown_.insert(path_of(reference));
      if (is_group) note_controls(control);
    }
  }

  // What a question is set to when the form opens is its default, and else is calculated when the control
  // around changes.
  void note_setvalues(const XFormNode& node, const std::string& control) {
    for (const XFormNode& child : node.children) {
      if (child.name != "setvalue") {
        const std::string reference = child.attribute("ref");
        note_setvalues(child, reference.empty() || child.name == "label" ? control : path_of(reference));
        continue;
      }
      const std::string value = child.attribute("value").empty() ? "'" + squashed(child.text) + "'"
                                                                 : expression(child.attribute("value"));
      const std::string path = path_of(child.attribute("ref"));
      if (child.attribute("event").find("value-changed") == std::string::npos)
        defaults_.insert_or_assign(path, value);
      else
        triggered_.insert_or_assign(path, std::pair{value, "${" + last_step(control) + "}"});
    }
  }

  std::string path_of(const std::string& reference) const {
    const std::string path(trim(reference));
    return path.starts_with('/') ? path : root_ + "/" + path;
  }

  // "/data/group/a > 5" as "${a} > 5". Where several are called a, the path stays.
  std::string expression(const std::string& xpath) const {
    std::string plain;
    for (std::size_t at = 0; at < xpath.size();) {
      if (xpath[at] == '\'' || xpath[at] == '"') {
        const std::size_t end = std::min(xpath.find(xpath[at], at + 1), xpath.size() - 1);
        plain += xpath.substr(at, end - at + 1);
        at = end + 1;
        continue;
      }
      std::size_t end = at;
      if (xpath.compare(at, root_.size() + 1, root_ + "/") == 0)
        end = std::min(xpath.find_first_of(" ()[],'\"=<>!+*|\t\r\n", at), xpath.size());
      const std::string path = xpath.substr(at, end - at);
      if (paths_.contains(path)) {
        const std::string name = last_step(path);
        plain += called_.at(name) == 1 ? "${" + name + "}" : "/data" + path.substr(root_.size());
        at = end;
      } else {
        plain += xpath[at++];
      }
    }
    return squashed(plain);
  }

  void write_settings(const XFormNode& data) {
    settings_.begin_row(0);
    settings_.begin_row(data.line);
    if (const XFormNode* title = head_.child("title")) settings_.set("form_title", squashed(title->text));
    const std::string id = data.attribute("id");
    settings_.set("form_id", id.empty() ? data.name : id);
    settings_.set("version", data.attribute("version"));
    settings_.set("default_language", texts_.default_language());
  }

  void write_control(const XFormNode& control) {
    if (control.name == "group" || control.name == "repeat") return write_group(control);
    const std::string type = type_of(control);
    if (!type.empty()) write_question(control, type);
  }

  // A repeat stands in a group of its own, which has its label.
  void write_group(const XFormNode& group) {
    const XFormNode* repeat = group.name == "repeat" ? &group : group.child("repeat");
    const std::string reference = group.attribute(group.name == "repeat" ? "nodeset" : "ref");
    const bool is_repeat = repeat != nullptr &&
                           (reference.empty() || path_of(reference) == path_of(repeat->attribute("nodeset")));
    const std::string path = is_repeat ? repeat->attribute("nodeset") : reference;
    survey_.begin_row(group.line);
    survey_.set("type", is_repeat ? "begin_repeat" : "begin_group");
    survey_.set("name", last_step(path));
    write_texts(group);
    survey_.set("appearance", squashed(group.attribute("appearance")));
    if (!path.empty()) write_bind(path_of(path));
    if (is_repeat) survey_.set("repeat_count", expression(repeat->attribute("count")));
    const XFormNode& inside = is_repeat ? *repeat : group;
    for (const XFormNode& control : inside.children) write_control(control);
    if (const auto node = nodes_.find(path_of(path)); !path.empty() && node != nodes_.end())
      write_values(*node->second, node->first);
    survey_.begin_row(group.line);
    survey_.set("type", is_repeat ? "end_repeat" : "end_group");
  }

  std::string type_of(const XFormNode& control) {
    const std::string path = path_of(control.attribute("ref"));
    const XFormNode* bind = bind_of(path);
    const std::string kind = control.name;
    if (kind == "select1") return "select_one " + lists_.name_of(control);
    if (kind == "select") return "select_multiple " + lists_.name_of(control);
    if (kind == "rank") return "rank " + lists_.name_of(control);
    if (kind == "trigger") return "acknowledge";
    if (kind == "range") return "range";
    if (kind == "secret") return "text";
    if (kind == "upload") return uploaded(control.attribute("mediatype"));
    if (kind != "input") return {};
    const std::string type = bind == nullptr ? "string" : last_type(bind->attribute("type"));
    if (type == "string" && bind != nullptr && is_truth(bind->attribute("readonly"))) return "note";
    if (is_one_of(type, {"int", "long", "unsignedByte"})) return "integer";
    return is_one_of(type,
                     {"decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape", "barcode"})
               ? type
               : "text";
  }

  // "string" of "xsd:string".
  static std::string last_type(const std::string& type) { return type.substr(type.rfind(':') + 1); }

  static std::string uploaded(const std::string& mediatype) {
    for (const std::string_view kind : {"image", "audio", "video"})
      if (mediatype.starts_with(kind)) return std::string(kind);
    return "file";
  }

  void write_question(const XFormNode& control, std::string type) {
    const std::string path = path_of(control.attribute("ref"));
    const XFormNode* itemset = control.child("itemset");
    const std::string nodeset = itemset == nullptr ? std::string() : itemset->attribute("nodeset");
    if (itemset != nullptr) type = lists_.with_file(type, nodeset);
    survey_.begin_row(control.line);
    survey_.set("type", type);
    survey_.set("name", last_step(path));
    write_texts(control);
    survey_.set("appearance", squashed(control.attribute("appearance")));
    survey_.set("choice_filter", expression(filter_in(nodeset)));
    std::string parameters;
    for (const char* name : {"start", "end", "step"})
      if (const std::string number = control.attribute(name); !number.empty())
        parameters.append(parameters.empty() ? "" : " ").append(name).append("=").append(number);
    if (nodeset.starts_with("randomize(")) {
      parameters = "randomize=true";
      std::string seed = expression(seed_in(nodeset));
      std::erase(seed, ' ');
      if (!seed.empty()) parameters += " seed=" + seed;
    }
    survey_.set("parameters", parameters);
    write_bind(path);
    if (const auto value = defaults_.find(path); value != defaults_.end())
      survey_.set("default", value->second);
  }

  void write_texts(const XFormNode& control) {
    if (const XFormNode* label = control.child("label")) {
      survey_.set("label", texts_.of(*label));
      for (const char* media : {"image", "audio", "video"}) survey_.set(media, texts_.of(*label, media));
    }
    if (const XFormNode* hint = control.child("hint")) {
      survey_.set("hint", texts_.of(*hint));
      survey_.set("guidance_hint", texts_.of(*hint, "guidance"));
    }
  }

  const XFormNode* bind_of(const std::string& path) const {
    const auto found = binds_.find(path);
    return found == binds_.end() ? nullptr : found->second;
  }

  void write_bind(const std::string& path) {
    if (const auto found = triggered_.find(path); found != triggered_.end()) {
      survey_.set("calculation", found->second.first);
      survey_.set("trigger", found->second.second);
    }
    const XFormNode* bind = bind_of(path);
    if (bind == nullptr) return;
    for (const auto& [attribute, role] :
         {std::pair{"required", "required"}, std::pair{"relevant", "relevant"},
          std::pair{"constraint", "constraint"}, std::pair{"calculate", "calculation"}})
      survey_.set(role, expression(bind->attribute(attribute)));
    survey_.set("constraint_message", texts_.of(bind->attribute("constraintMsg")));
    survey_.set("required_message", texts_.of(bind->attribute("requiredMsg")));
    const bool is_note =
        is_truth(bind->attribute("readonly")) && last_type(bind->attribute("type")) == "string";
    if (!is_note) survey_.set("read_only", expression(bind->attribute("readonly")));
  }

  // Of a group: values that nobody is asked for. They are calculated, recorded by the device, or just there.
  void write_values(const XFormNode& group, const std::string& path) {
    for (const XFormNode& child : group.children) {
      const std::string own = path + "/" + child.name;
      if (child.name == "meta" || shown_.contains(own) || !written_.insert(own).second) continue;
      const XFormNode* bind = bind_of(own);
      survey_.begin_row(bind == nullptr ? child.line : bind->line);
      if (child.children.empty()) {
        write_value(own);
        continue;
      }
      survey_.set("type", "begin_group");
      survey_.set("name", child.name);
      write_bind(own);
      write_values(child, own);
      survey_.begin_row(child.line);
      survey_.set("type", "end_group");
    }
  }

  void write_value(const std::string& path) {
    const XFormNode* bind = bind_of(path);
    survey_.set("name", last_step(path));
    const bool is_recorded = bind != nullptr && !bind->attribute("preload").empty();
    if (is_recorded) {
      const std::string what = bind->attribute("preloadParams");
      return survey_.set("type", what.empty() ? "today" : what);
    }
    const bool is_made =
        triggered_.contains(path) || (bind != nullptr && !bind->attribute("calculate").empty());
    const std::string type = bind == nullptr ? std::string() : last_type(bind->attribute("type"));
    const bool has_kind = is_one_of(type, {"date", "dateTime", "decimal"});
    survey_.set("type", !is_made ? "hidden" : type == "int" ? "integer" : has_kind ? type : "calculate");
    write_bind(path);
    if (const auto value = defaults_.find(path); value != defaults_.end())
      survey_.set("default", value->second);
  }

  const XFormNode& head_;
  const XFormNode& model_;
  const XFormNode& body_;
  XFormTexts texts_;
  XFormLists lists_;
  std::string root_;
  std::map<std::string, const XFormNode*> binds_;                         // by path
  std::map<std::string, std::string> defaults_;                           // by path
  std::map<std::string, std::pair<std::string, std::string>> triggered_;  // by path: value and trigger
  std::set<std::string> paths_;                                           // of all that the form knows
  std::map<std::string, const XFormNode*> nodes_;                         // of the instance, by path
  std::map<std::string, int> called_;                                     // how many paths end in a name
  std::set<std::string> shown_;                                           // paths of controls and groups
  std::set<std::string> written_;                                         // paths of all other values
  XFormSheet survey_{"survey"};
  XFormSheet settings_{"settings"};
};

Result<Workbook> read_sheets(std::string_view text) {
  TRY(const XFormNode document, read_xform_document(text));
  const XFormNode* html = document.child("html");
  const XFormNode* head = html == nullptr ? nullptr : html->child("head");
  const XFormNode* body = html == nullptr ? nullptr : html->child("body");
  const XFormNode* model = head == nullptr ? nullptr : head->child("model");
  if (model == nullptr || body == nullptr)
    return Error{"The XForm lacks its model or its body; export it again."};
  return FormWriter(*head, *model, *body).write();
}

}  // namespace

std::optional<Workbook> read_xform(const SourceFile& source, Findings& findings) {
  // libxml2 reads UTF-8 and UTF-16 by itself.
  auto book = read_sheets(without_bom(source.bytes));
  if (book.ok()) return std::move(book).value();
  findings.wrong({source.name, ""}, book.error().message);
  return std::nullopt;
}

}  // namespace tertulia::formats
