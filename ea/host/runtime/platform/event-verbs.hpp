#pragma once

namespace mql {
// chartevent ID LONG DOUBLE [TEXT]: a click on the chart, a key, a custom event.
void registerEventVerbs();
}
