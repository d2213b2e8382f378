// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/odk_xml.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "firmware/formats/expressions/answer_text.h"
#include "firmware/formats/expressions/form_schema.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/text/xml_text.h"

namespace tertulia::formats {
namespace {

struct Element {
  std::string name;
  std::string text = {};
  std::vector<Element> children = {};
  bool is_group = false;
};

Element& group_in(Element& parent, const std::string& name) {
  auto& children = parent.children;
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const Element& child) { return child.is_group && child.name == name; });
  if (found != children.end()) return *found;
  children.push_back({name, {}, {}, true});
  return children.back();
}

// The names of a path; the path itself where one of them is none of an element.
std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names = split(path, '/');
  if (std::all_of(names.begin(), names.end(), [](const std::string& name) { return is_node_name(name); }))
    return names;
  return {path};
}

// The element at the path below `parent`, with the groups around it; `known` of its names are parent's own.
Element& place_in(Element& parent, const std::string& path, std::size_t known) {
  const std::vector<std::string> names = names_in(path);
  Element* place = &parent;
  for (std::size_t at = known; at + 1 < names.size(); ++at) place = &group_in(*place, names[at]);
  place->children.push_back({names.back()});
  return place->children.back();
}

std::size_t depth_of(const std::string& path) { return path.empty() ? 0 : names_in(path).size(); }

void fill(Element& element, const AnswerTable& table, std::size_t sheet, const Occurrence& occurrence) {
  const AnswerSheet& own = table.sheets()[sheet];
  const std::size_t known = depth_of(own.path);
  for (const std::size_t column : own.columns) {
    const auto found = occurrence.answers.find(column);
    if (found != occurrence.answers.end())
      place_in(element, table.columns()[column].path, known).text = form_text_of(*found->second);
  }
  for (const auto& [inner, repetitions] : occurrence.repeats)
    for (const auto& [number, repetition] : repetitions)
      fill(place_in(element, table.sheets()[inner].path, known), table, inner, repetition);
}

void append(std::string& xml, const Element& element) {
  const bool is_named = is_node_name(element.name);
  const std::string tag = is_named ? element.name : "answer";
  xml += "<" + tag + (is_named ? "" : " name=\"" + xml_text(element.name) + "\"") + ">";
  xml += xml_text(element.text);
  for (const Element& child : element.children) append(xml, child);
  xml += "</" + tag + ">";
}

Element meta_of(const ExportedAnswer& answer) {
  Element meta{"meta", {}, {{"instanceID", "uuid:" + answer.submission.id.text()}}};
  for (const auto& [name, text] :
       {std::pair{"session", answer.place.session}, std::pair{"room", answer.place.room},
        std::pair{"time", answer.place.time}, std::pair{"language", answer.place.language}})
    meta.children.push_back({name, text});
  if (answer.submission.state != SubmissionState::kSubmitted)
    meta.children.push_back({"state", std::string(to_text(answer.submission.state))});
  return meta;
}

}  // namespace

std::string odk_submission(const AnswerTable& table, const ExportedAnswer& answer) {
  Element root{"data"};
  fill(root, table, 0, answer.answers);
  root.children.push_back(meta_of(answer));
  const std::string version = version_name(table, answer);
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data id=\"" +
                    xml_text(answer.submission.form) + "\"" +
                    (version.empty() ? "" : " version=\"" + xml_text(version) + "\"") +
                    " xmlns:orx=\"http://openrosa.org/xforms\">";
  for (const Element& child : root.children) append(xml, child);
  return xml + "</data>\n";
}

}  // namespace tertulia::formats
