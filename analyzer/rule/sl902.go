package rule

// SL902 reports a directive that cannot be understood.
var SL902 = Rule{
	ID: "SL902", Name: "bad-directive", Severity: "error",
	Title: "a directive is malformed, stands in the wrong place, or has no reason",
	Why: `A directive that is misspelt approves nothing, and a reader takes it for an
approval. One without a reason cannot be reviewed. The directives are provider,
background, shared and allow, which need a reason, and entry and acquires, which need
a kind; docs/approvals.md says where each of them stands and what it means.`,
	Bad:     `//sessionlint:allow SL103`,
	Good:    `//sessionlint:allow SL103 the nightly import is one transaction by contract`,
	Approve: `Nothing: correct the directive.`,
	Limits:  `Comments that only mention the tool are left alone.`,
}
