package report

import (
	"encoding/xml"
	"io"
)

// encodeXML writes an element with its declaration. What XML cannot hold, such
// as control characters, must have been cleaned before.
func encodeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
