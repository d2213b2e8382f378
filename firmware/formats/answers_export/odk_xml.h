// SPDX-License-Identifier: Apache-2.0
// An answer as a submission of ODK XForms ("Instance" and "Metadata" of the specification): what a server of
// KoboToolbox or ODK receives from its own clients. Pure.
#pragma once

#include <string>

#include "firmware/formats/answers_export/exported_answer.h"

namespace tertulia::formats {

// The root has the id and, where it is known, the version of the form; the instanceID is the submission's id.
// Groups and repeats are elements around their questions. A name that no element may have stands in the
// attribute `name` of an element `answer`. Where it comes from, and its state if it was given up, stand in
// `meta`.
[[nodiscard]] std::string odk_submission(const AnswerTable& table, const ExportedAnswer& answer);

}  // namespace tertulia::formats
