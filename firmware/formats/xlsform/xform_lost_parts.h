// SPDX-License-Identifier: Apache-2.0
// Says what an XForm has beside what is read of it: attributes, second binds, values that nothing sets, what
// phones record, and expressions in texts. Internal to the reader of XForms.
#pragma once

#include "firmware/formats/xlsform/xform_document.h"
#include "firmware/formats/xlsform/xform_model.h"

namespace tertulia::formats {

void report_lost_parts(const XFormNode& head, const XFormNode& body, const XFormModel& model,
                       const XFormReport& report);

}  // namespace tertulia::formats
