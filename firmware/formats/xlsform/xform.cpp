// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "firmware/formats/containers/xml_encoding.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xform_controls.h"
#include "firmware/formats/xlsform/xform_document.h"
#include "firmware/formats/xlsform/xform_lists.h"
#include "firmware/formats/xlsform/xform_lost_parts.h"
#include "firmware/formats/xlsform/xform_model.h"
#include "firmware/formats/xlsform/xform_nodeset.h"
#include "firmware/formats/xlsform/xform_sheet.h"

namespace tertulia::formats {
namespace {

// Nothing else in the group asks for anything.
bool is_only(const XFormNode& repeat, const XFormNode& group) {
  return &repeat == &group ||
         std::all_of(group.children.begin(), group.children.end(),
                     [&](const XFormNode& each) { return &each == &repeat || is_part_of_control(each); });
}

std::string in_angles(const XFormNode& node) { return "<" + node.name + ">"; }

// Writes the sheets of one form.
class FormWriter {
 public:
  FormWriter(const XFormNode& head, const XFormNode& model, const XFormNode& body, XFormReport report)
      : head_(head),
        body_(body),
        report_(std::move(report)),
        texts_(model),
        model_(model, body),
        lists_(model, model_, texts_, report_) {}

  Result<Workbook> write() {
    if (model_.data() == nullptr)
      return Error{"The XForm has no instance with the names of its questions; export it again."};
    write_settings(*model_.data());
    survey_.begin_row(0);
    lists_.begin();
    note_shown(body_, "");
    for (const XFormNode& control : body_.children) write_control(control, "");
    write_values(*model_.data(), "/" + model_.data()->name);
    report_lost_binds();
    report_lost_parts(head_, body_, model_, report_);
    Workbook book;
    book.sheets = {survey_.finished(), lists_.finished(), settings_.finished()};
    return book;
  }

 private:
  // What the body shows: all else are values that nobody is asked for.
  void note_shown(const XFormNode& part, const std::string& context) {
    for (const XFormNode& control : part.children) {
      const XFormUse use = use_of(control);
      if (use == XFormUse::kPart || use == XFormUse::kButton) continue;
      const bool is_container = use == XFormUse::kContainer;
      const std::string path = is_container ? std::string() : model_.path_of(control, context);
      if (!path.empty()) shown_.insert(path);
      if (use != XFormUse::kControl) note_shown(control, path.empty() ? context : path);
    }
  }

  void write_settings(const XFormNode& data) {
    settings_.begin_row(0);
    settings_.begin_row(data.line);
    if (const XFormNode* title = head_.child("title")) settings_.set("form_title", squashed(title->text));
    const std::string id = data.attribute("id");
    settings_.set("form_id", id.empty() ? data.name : id);
    settings_.set("version", data.attribute("version"));
    settings_.set("default_language", texts_.default_language());
    settings_.set("allow_choice_duplicates", "yes");  // nothing forbids them in an XForm
  }

  // `context` is the path of the group around it.
  void write_control(const XFormNode& control, const std::string& context) {
    switch (use_of(control)) {
      case XFormUse::kPart:
        return;
      case XFormUse::kGroup:
        return write_group(control, context);
      case XFormUse::kControl:
        return write_question(control, context);
      case XFormUse::kButton:
        return report_.skipped(
            control,
            in_angles(control) + " is left out: a kiosk has buttons of its own, and nothing is answered.");
      case XFormUse::kContainer:
        if (const std::string text = squashed(control.text); !text.empty())
          report_.skipped(control,
                          "The text " + in_quotes(text) + " in " + in_angles(control) +
                              " belongs to no question and is not shown; make it the label of a note.");
        for (const XFormNode& inside : control.children) write_control(inside, context);
        return;
    }
  }

  // A repeat stands in a group of its own, which has its label.
  void write_group(const XFormNode& group, const std::string& context) {
    if (group.name == "switch")
      report_.guessed(group, "Of a <switch> all cases are asked, one after the other.");
    const std::string own = model_.path_of(group, context);
    const XFormNode* repeat = group.name == "repeat" ? &group : group.child("repeat");
    const std::string repeated = repeat == nullptr ? std::string() : model_.path_of(*repeat, own);
    const bool is_repeat = repeat != nullptr && (own.empty() || own == repeated) && is_only(*repeat, group);
    const std::string path = is_repeat ? repeated : own;
    survey_.begin_row(group.line);
    survey_.set("type", is_repeat ? "begin_repeat" : "begin_group");
    survey_.set("name", last_step(path));
    write_texts(group, path.empty() ? context : path);
    survey_.set("appearance", squashed(group.attribute("appearance")));
    if (!path.empty()) write_bind(path);
    if (is_repeat) survey_.set("repeat_count", model_.expression(repeat->attribute("count")));
    for (const XFormNode& inside : (is_repeat ? *repeat : group).children)
      write_control(inside, path.empty() ? context : path);
    if (const XFormNode* node = model_.node_at(path)) write_values(*node, path);
    survey_.begin_row(group.line);
    survey_.set("type", is_repeat ? "end_repeat" : "end_group");
  }

  void write_question(const XFormNode& control, const std::string& context) {
    const std::string path = model_.path_of(control, context);
    if (path.empty()) {
      const std::string bind = control.attribute("bind");
      return report_.wrong(control, bind.empty()
                                        ? in_angles(control) +
                                              " names nothing to answer; give it a 'ref' to a node of "
                                              "the instance."
                                        : in_angles(control) + " names the bind " + in_quotes(bind) +
                                              ", which the model does not have.");
    }
    const XFormNode* itemset = control.child("itemset");
    const Nodeset nodeset = nodeset_in(itemset == nullptr ? std::string() : itemset->attribute("nodeset"));
    const std::string select = select_of_control(control);
    std::string type = type_of_control(control, model_.bind_of(path));
    if (!select.empty()) type = select + " " + lists_.name_of(control, nodeset);
    if (!select.empty() && itemset != nullptr) type = lists_.with_file(type, nodeset);
    if (type == "text") report_odd_type(control, path);
    survey_.begin_row(control.line);
    survey_.set("type", type);
    survey_.set("name", last_step(path));
    write_texts(control, path);
    std::string appearance = squashed(control.attribute("appearance"));
    if (appearance.find("search(") != std::string::npos) appearance = model_.expression(appearance);
    const bool is_area = control.name == "textarea" && appearance.find("multiline") == std::string::npos;
    survey_.set("appearance", is_area ? squashed("multiline " + appearance) : appearance);
    if (nodeset.has_lost_some)
      report_.skipped(*itemset,
                      "A condition on what the choices lie in is not kept to, and the choices of all are "
                      "offered; write it as a condition on each choice.");
    survey_.set("choice_filter", model_.expression(nodeset.condition));
    survey_.set("parameters", parameters_of(control, type, nodeset));
    write_bind(path);
    if (const XFormNode* alert = control.child("alert"))
      survey_.set_absent("constraint_message", words(texts_.of(*alert), path));
    survey_.set("default", model_.default_of(path));
  }

  void report_odd_type(const XFormNode& control, const std::string& path) {
    const XFormNode* bind = model_.bind_of(path);
    const std::string type = bind == nullptr ? std::string() : bind->attribute("type");
    if (is_odd_bind_type(type))
      report_.guessed(control, "A kiosk has no question for the type " + in_quotes(type) + " of " +
                                   in_quotes(path) + "; a text is asked.");
  }

  std::string parameters_of(const XFormNode& control, const std::string& type, const Nodeset& nodeset) const {
    std::string parameters;
    const auto add = [&](const std::string& name, const std::string& value) {
      if (!value.empty()) parameters += (parameters.empty() ? "" : " ") + name + "=" + value;
    };
    for (const char* name : {"start", "end", "step"}) add(name, control.attribute(name));
    const XFormNode* itemset = control.child("itemset");
    if (itemset != nullptr && type.find("_from_file ") != std::string::npos)
      for (const char* name : {"value", "label"})
        if (const XFormNode* part = itemset->child(name); part != nullptr)
          if (const std::string column = last_step(part->attribute("ref"));
              column.find('(') == std::string::npos)
            add(name, column);
    if (!nodeset.is_randomized) return parameters;
    std::string seed = model_.expression(nodeset.seed);
    std::erase(seed, ' ');
    add("randomize", "true");
    add("seed", seed);
    return parameters;
  }

  // With the names of the answers that stand in them.
  std::vector<XFormTexts::Text> words(std::vector<XFormTexts::Text> texts, const std::string& path) const {
    for (XFormTexts::Text& each : texts) each.text = model_.text(each.text, path);
    return texts;
  }

  void write_texts(const XFormNode& control, const std::string& path) {
    if (const XFormNode* label = control.child("label")) {
      survey_.set("label", words(texts_.of(*label), path));
      for (const char* media : {"image", "audio", "video"}) survey_.set(media, texts_.of(*label, media));
      survey_.set("big_image", texts_.of(*label, "big-image"));
    }
    const XFormNode* hint = control.child("hint");
    if (hint != nullptr) {
      survey_.set("hint", words(texts_.of(*hint), path));
      survey_.set("guidance_hint", words(texts_.of(*hint, "guidance"), path));
    }
    const XFormNode* help = control.child("help");
    if (help != nullptr && hint == nullptr) survey_.set("hint", words(texts_.of(*help), path));
    if (help != nullptr && hint != nullptr)
      report_.skipped(*help, "<help> is not shown beside a <hint>; move its text there.");
  }

  void write_bind(const std::string& path) {
    if (const auto triggered = model_.triggered(path)) {
      survey_.set("calculation", triggered->first);
      survey_.set("trigger", triggered->second);
    }
    const XFormNode* bind = model_.bind_of(path);
    if (bind == nullptr) return;
    for (const auto& [attribute, role] :
         {std::pair{"required", "required"}, std::pair{"relevant", "relevant"},
          std::pair{"constraint", "constraint"}, std::pair{"calculate", "calculation"}})
      survey_.set(role, model_.expression(bind->attribute(attribute)));
    survey_.set("constraint_message", words(texts_.of(bind->attribute("constraintMsg")), path));
    survey_.set("required_message", words(texts_.of(bind->attribute("requiredMsg")), path));
    if (!is_note_bind(*bind)) survey_.set("read_only", model_.expression(bind->attribute("readonly")));
  }

  // Of a group: values that nobody is asked for. They are calculated, recorded by the device, or just there.
  void write_values(const XFormNode& group, const std::string& path) {
    for (const XFormNode& child : group.children) {
      const std::string own = path + "/" + child.name;
      if (shown_.contains(own) || !is_value(child, own) || !written_.insert(own).second) continue;
      const XFormNode* bind = model_.bind_of(own);
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
    const XFormNode* bind = model_.bind_of(path);
    survey_.set("name", last_step(path));
    if (is_recorded_bind(bind)) {
      const std::string what = bind->attribute("preloadParams");
      return survey_.set("type", what.empty() ? "today" : what);
    }
    const bool is_made = model_.triggered(path) || (bind != nullptr && !bind->attribute("calculate").empty());
    survey_.set("type", is_made ? type_of_value(bind) : "hidden");
    write_bind(path);
    const bool is_id = bind != nullptr && bind->attribute("preload") == "uid";
    survey_.set("default", is_id ? "concat('uuid:', uuid())" : model_.default_of(path));
  }

  // <meta> is about the answers as a whole, and a kiosk has that of its own. Only what a device would record
  // is said to be missing.
  bool is_value(const XFormNode& node, const std::string& path) const {
    if (node.name != "meta" && path.find("/meta/") == std::string::npos) return true;
    return is_recorded_bind(model_.bind_of(path)) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [&](const XFormNode& child) { return is_value(child, path + "/" + child.name); });
  }

  void report_lost_binds() {
    for (const XFormNode* bind : model_.binds()) {
      const std::string path = model_.path_of(*bind, "");
      if (model_.node_at(path) != nullptr || shown_.contains(path)) continue;
      if (path.find("/meta/") == std::string::npos)
        report_.skipped(*bind,
                        "The bind of " + in_quotes(path) +
                            " is left out: the instance has no such node, and no control asks for it.");
    }
  }

  const XFormNode& head_;
  const XFormNode& body_;
  XFormReport report_;
  XFormTexts texts_;
  XFormModel model_;
  XFormLists lists_;
  std::set<std::string> shown_;    // paths of controls and groups
  std::set<std::string> written_;  // paths of all other values
  XFormSheet survey_{"survey"};
  XFormSheet settings_{"settings"};
};

Result<Workbook> read_sheets(const SourceFile& source, Findings& findings) {
  TRY(const XmlText text, as_readable_xml(source.bytes));
  if (!text.remark.empty()) findings.guessed({source.name, ""}, text.remark);
  TRY(const XFormNode document, read_xform_document(text.bytes));
  const XFormNode* html = document.child("html");
  const XFormNode* head = html == nullptr ? nullptr : html->child("head");
  const XFormNode* body = html == nullptr ? nullptr : html->child("body");
  const XFormNode* model = head == nullptr ? nullptr : head->child("model");
  if (model == nullptr || body == nullptr)
    return Error{"The XForm lacks its model or its body; export it again."};
  return FormWriter(*head, *model, *body, {source.name, &findings}).write();
}

}  // namespace

std::optional<Workbook> read_xform(const SourceFile& source, Findings& findings) {
  Findings own;
  auto book = read_sheets(source, own);
  if (!book.ok()) own.wrong({source.name, ""}, book.error().message);
  findings.add(own);
  if (own.any_wrong()) return std::nullopt;
  return std::move(book).value();
}

}  // namespace tertulia::formats
