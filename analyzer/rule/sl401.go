package rule

// SL401 reports a session that is not given back on some way out.
var SL401 = Rule{
	ID: "SL401", Name: "session-leak", Severity: "error",
	Title: "a session, connection, transaction or result set acquired on a request path is not released on some path",
	Why: `What is not given back is gone from the pool until the process ends. One early
return without a rollback is enough: each time that error happens the pool is one
connection smaller, and some day the service hangs.`,
	Bad: `tx, err := db.Begin()
if err != nil {
	return err
}
if err := check(o); err != nil {
	return err // tx stays open
}
return tx.Commit()`,
	Good: `tx, err := db.Begin()
if err != nil {
	return err
}
defer tx.Rollback() // does nothing after the commit
if err := check(o); err != nil {
	return err
}
return tx.Commit()`,
	Approve: `Ownership that moves is silent: a session that is returned, put into a struct,
handed to a function that ends it, or registered to be closed.`,
	Limits: `Panics are not followed. A session that is passed to an unknown function is
still the caller's to end.`,
	Measured: `Read by hand on nine applications of together a million lines (gotosocial, boulder, memos,
listmonk, woodpecker, gogs, pocketbase, harbor, vikunja): no finding.`,
}
