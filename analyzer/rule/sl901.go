package rule

// SL901 reports an approval that approves nothing.
var SL901 = Rule{
	ID: "SL901", Name: "stale-approval", Severity: "warning",
	Title: "an approval that matches nothing, or whose time is over",
	Why: `An approval outlives the code that it was written for. What it covers next is
something that nobody looked at.`,
	Bad: `//sessionlint:allow SL103 the importer needs one transaction
func (s *Store) Import(ctx context.Context) error { // takes none any more
	return s.each(ctx, s.insert)
}`,
	Good: `func (s *Store) Import(ctx context.Context) error {
	return s.each(ctx, s.insert)
}`,
	Approve: `Nothing: remove the approval.`,
	Limits: `Judged by the command when it looks at the whole module, not in go vet, where
each package is seen alone. docs/approvals.md says of each form when it is stale.`,
}
