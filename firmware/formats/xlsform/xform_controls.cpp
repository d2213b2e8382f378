// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_controls.h"

#include <algorithm>
#include <string_view>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xform_nodeset.h"

namespace tertulia::formats {
namespace {

// "string" of "xsd:string".
std::string type_name(const std::string& type) { return type.substr(type.rfind(':') + 1); }

bool is_known_control(const XFormNode& node) {
  return is_one_of(node.name,
                   {"input", "textarea", "secret", "select", "select1", "rank", "range", "upload"});
}

bool has_controls(const XFormNode& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const XFormNode& child) {
    return is_known_control(child) || is_one_of(child.name, {"group", "repeat", "trigger"}) ||
           has_controls(child);
  });
}

bool names_answer(const XFormNode& node) {
  return !node.attribute("ref").empty() || !node.attribute("bind").empty();
}

std::string uploaded(const std::string& mediatype) {
  for (const std::string_view kind : {"image", "audio", "video"})
    if (mediatype.starts_with(kind)) return std::string(kind);
  return "file";
}

// Of an XLSForm.
std::string type_of_bind(const XFormNode& bind) {
  const std::string type = type_name(bind.attribute("type"));
  if (is_one_of(type,
                {"int", "integer", "long", "short", "unsignedByte", "positiveInteger", "nonNegativeInteger"}))
    return "integer";
  if (is_one_of(type, {"double", "float"})) return "decimal";
  const bool is_same =
      is_one_of(type, {"decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape", "barcode"});
  return is_same ? type : "text";
}

// Choices of a query stand in a file that was made of the sheet external_choices.
std::string type_of_input(const XFormNode& control, const XFormNode* bind) {
  if (const std::string query = control.attribute("query"); !query.empty()) {
    const std::string list = nodeset_in(query).instance;
    return "select_one_external " + (list.empty() ? "itemsets.csv" : list);
  }
  if (bind == nullptr) return "text";
  return is_note_bind(*bind) ? "note" : type_of_bind(*bind);
}

}  // namespace

bool is_part_of_control(const XFormNode& node) {
  return is_one_of(node.name, {"label",   "hint",      "help",    "alert",       "output",     "value",
                               "item",    "itemset",   "choices", "setvalue",    "filename",   "mediatype",
                               "copy",    "extension", "action",  "toggle",      "send",       "setfocus",
                               "message", "insert",    "delete",  "setgeopoint", "recordaudio"});
}

XFormUse use_of(const XFormNode& node) {
  if (is_part_of_control(node)) return XFormUse::kPart;
  if (is_one_of(node.name, {"group", "repeat", "switch", "case"})) return XFormUse::kGroup;
  if (node.name == "submit" || (node.name == "trigger" && !names_answer(node))) return XFormUse::kButton;
  if (is_known_control(node) || node.name == "trigger") return XFormUse::kControl;
  return names_answer(node) && !has_controls(node) ? XFormUse::kControl : XFormUse::kContainer;
}

std::string select_of_control(const XFormNode& control) {
  if (control.name == "select1") return "select_one";
  if (control.name == "select") return "select_multiple";
  return control.name == "rank" ? "rank" : "";
}

std::string type_of_control(const XFormNode& control, const XFormNode* bind) {
  const std::string& name = control.name;
  if (name == "input") return type_of_input(control, bind);
  if (name == "textarea" || name == "secret") return "text";
  if (name == "trigger") return "acknowledge";
  if (name == "range") return "range";
  if (name == "upload") return uploaded(control.attribute("mediatype"));
  return "<" + name + ">";
}

std::string type_of_value(const XFormNode* bind) {
  const std::string type = bind == nullptr ? std::string() : type_of_bind(*bind);
  return is_one_of(type, {"integer", "decimal", "date", "dateTime"}) ? type : "calculate";
}

bool is_recorded_bind(const XFormNode* bind) {
  return bind != nullptr && !bind->attribute("preload").empty() && bind->attribute("preload") != "uid";
}

bool is_note_bind(const XFormNode& bind) {
  const std::string type = type_name(bind.attribute("type"));
  return is_one_of(trim(bind.attribute("readonly")), {"true()", "true", "1"}) &&
         (type.empty() || type == "string");
}

bool is_odd_bind_type(const std::string& type) {
  return is_one_of(type_name(type), {"boolean", "binary", "base64Binary", "hexBinary", "anyURI", "duration",
                                     "gYear", "gYearMonth", "gMonthDay", "gDay", "gMonth", "intent"});
}

}  // namespace tertulia::formats
