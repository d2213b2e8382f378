// SPDX-License-Identifier: Apache-2.0
// What XPath of others may do and say.
#pragma once

struct _xmlXPathContext;  // libxml2's own name

namespace tertulia::formats {

// Bounds the work of expressions in that context. Faults of an expression are not printed to stderr, as
// libxml2 does: what an author has to know, findings say.
void bound_and_silence(_xmlXPathContext& xpath);

}  // namespace tertulia::formats
