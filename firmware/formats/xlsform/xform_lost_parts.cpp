// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_lost_parts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xform_controls.h"

namespace tertulia::formats {
namespace {

using Names = std::vector<std::string_view>;

// What is read, and what only a phone or a converter has a use for.
const Names kBindAttributes = {"nodeset",
                               "ref",
                               "id",
                               "type",
                               "required",
                               "relevant",
                               "constraint",
                               "calculate",
                               "readonly",
                               "constraintMsg",
                               "requiredMsg",
                               "preload",
                               "preloadParams",
                               "noAppErrorString"};
const Names kControlAttributes = {"ref",       "nodeset",     "bind",
                                  "id",        "class",       "appearance",
                                  "mediatype", "query",       "start",
                                  "end",       "step",        "rows",
                                  "count",     "noAddRemove", "incremental",
                                  "selection", "model",       "accuracyThreshold",
                                  "xmlns",     "lang",        "unacceptableAccuracyThreshold"};

// Collects attributes by name, and says each once, of the first element that has it.
class UnusedAttributes {
 public:
  void add(const XFormNode& node, const Names& used) {
    for (const XmlAttribute& attribute : node.attributes) {
      const bool is_namespace =
          attribute.value.find("://") != std::string::npos || attribute.value.starts_with("urn:");
      if (is_namespace || std::find(used.begin(), used.end(), attribute.name) != used.end()) continue;
      Found& found = found_[attribute.name];
      if (++found.count == 1) found = {&node, 1, meant_by(attribute.name, node, used)};
    }
  }

  void report(const XFormReport& report) const {
    for (const auto& [name, found] : found_)
      report.skipped(
          *found.first,
          "The attribute " + in_quotes(name) + " is not used on a kiosk" +
              (found.count > 1 ? ", here and in " + counted(found.count - 1, "more element") : "") + "." +
              found.meant);
  }

 private:
  struct Found {
    const XFormNode* first = nullptr;
    std::size_t count = 0;
    std::string meant;  // a question, or nothing
  };

  // One that the element does not have.
  static std::string meant_by(const std::string& name, const XFormNode& node, const Names& used) {
    Names missing;
    for (const std::string_view each : used)
      if (node.attribute(each).empty()) missing.push_back(each);
    return suggestion(name, missing);
  }

  std::map<std::string, Found> found_;
};

void add_of_controls(const XFormNode& node, UnusedAttributes& unused) {
  for (const XFormNode& child : node.children) {
    const XFormUse use = use_of(child);
    // A control that no kiosk has is said as a whole.
    const bool is_known = use == XFormUse::kControl && !type_of_control(child, nullptr).starts_with('<');
    if (is_known || use == XFormUse::kGroup || !select_of_control(child).empty())
      unused.add(child, kControlAttributes);
    if (use == XFormUse::kGroup || use == XFormUse::kContainer) add_of_controls(child, unused);
  }
}

// What phones record by themselves, when the form opens or an answer changes; and what texts do not show.
void report_within(const XFormNode& node, const XFormReport& report) {
  for (const XFormNode& child : node.children) {
    if (child.name == "setgeopoint" || child.name == "recordaudio")
      report.skipped(child, "<" + child.name + "> is left out: a kiosk records neither places nor sound.");
    if (child.name == "output" && text_of_output(child).empty())
      report.skipped(child, "The text does not show " + in_quotes(child.attribute("value")) +
                                ": it can show an answer, and no expression. Calculate that in a bind of its "
                                "own, and show this.");
    report_within(child, report);
  }
}

}  // namespace

void report_lost_parts(const XFormNode& head, const XFormNode& body, const XFormModel& model,
                       const XFormReport& report) {
  for (const XFormNode* bind : model.second_binds())
    report.skipped(*bind, "A second bind of " + in_quotes(model.path_of(*bind, "")) +
                              " is not read; write its attributes into the first.");
  for (const XFormNode* setvalue : model.idle_setvalues())
    report.skipped(*setvalue, "The <setvalue> of " + in_quotes(setvalue->attribute("ref")) +
                                  " is left out: the instance has no such node, it follows no control, or "
                                  "another one sets the same.");
  UnusedAttributes unused;
  for (const XFormNode* bind : model.binds()) unused.add(*bind, kBindAttributes);
  add_of_controls(body, unused);
  unused.report(report);
  for (const XFormNode* part : {&head, &body}) report_within(*part, report);
}

}  // namespace tertulia::formats
