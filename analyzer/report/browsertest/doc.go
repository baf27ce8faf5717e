// Package browsertest opens the HTML report in a browser: that it filters,
// searches and works with keys alone, that it asks the network for nothing and
// runs nothing that comes from the analysed program, how it looks in the dark,
// on a narrow screen and on paper, and that thousands of places do not slow it
// down.
//
// In: reports of package report, and the audit of testdata/chat. It is a module
// of its own, because nothing else here needs a browser. It takes chromium
// from PATH, and as root on Debian installs it when it is missing.
//
//	SCREENSHOTS=dir go test -run Looks .
//
// keeps the pictures that the tests look at.
package browsertest
