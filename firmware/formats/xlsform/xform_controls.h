// SPDX-License-Identifier: Apache-2.0
// What the elements in the body of an XForm are, and the type of an XLSForm that a control stands for.
// Internal to the reader of XForms.
#pragma once

#include <string>

#include "firmware/formats/xlsform/xform_document.h"

namespace tertulia::formats {

// A label, a hint, a choice, ...: it belongs to the control around it and asks for nothing, whatever it
// refers to.
[[nodiscard]] bool is_part_of_control(const XFormNode& node);

enum class XFormUse {
  kPart,
  kGroup,     // group, repeat, switch and case
  kControl,   // asks for an answer, in a way that is known or not
  kButton,    // acts, and has no answer
  kContainer  // of any other language: what lies in it counts, or there is nothing in it
};
[[nodiscard]] XFormUse use_of(const XFormNode& node);

// The type of a control without choices: "text", "integer"; "<gauge>" of one that is unknown. `bind` may be
// null.
[[nodiscard]] std::string type_of_control(const XFormNode& control, const XFormNode* bind);
// The word before the list of one with choices: "select_one"; empty when it has none.
[[nodiscard]] std::string select_of_control(const XFormNode& control);

// The type of a value that nobody is asked for and that is made: "date", else "calculate". `bind` may be
// null.
[[nodiscard]] std::string type_of_value(const XFormNode* bind);
// The device is to fill it in by itself, as when the form was opened. `bind` may be null.
[[nodiscard]] bool is_recorded_bind(const XFormNode* bind);

// The answer of the bind is a text that nobody may change: a note.
[[nodiscard]] bool is_note_bind(const XFormNode& bind);
// No kind of question is known for the type of its bind, so that a text is asked.
[[nodiscard]] bool is_odd_bind_type(const std::string& type);

}  // namespace tertulia::formats
