package report_test

import "github.com/sessionlint/sessionlint/analyzer/rule"

// entryPoints has one of each number of sessions, a stream with chains, and
// start-up code that takes nothing.
func entryPoints() []rule.EntryPoint {
	pool := rule.Taken{
		Symbol: "database/sql.Open", Kind: "pool", Function: "example.com/shop/repo.Open",
		Position: at("repo/open.go", 42, 13), Verdict: "violation",
	}
	tx := rule.Taken{
		Symbol: "(*database/sql.DB).BeginTx", Kind: "tx", Function: "(*example.com/shop/repo.Orders).Create",
		Position: at("repo/orders.go", 19, 12), Verdict: "request-session",
	}
	demand, looped, apart := tx, tx, tx
	demand.OnDemand = true
	demand.Chain = []rule.Step{
		step("example.com/shop/api.Feed", "entry", "api/feed.go", 31, 7),
		step("(*example.com/shop/repo.Orders).Create", "interface", "repo/orders.go", 19, 12),
	}
	demand.Made = []rule.Step{
		step("example.com/shop/api.Feed", "entry", "api/feed.go", 29, 7),
		step("example.com/shop/repo.NewOrders", "static", "repo/orders.go", 9, 6),
	}
	tx.Released = &rule.Release{How: "deferred", Function: "(*example.com/shop/repo.Orders).Create", Position: at("repo/orders.go", 23, 2)}
	demand.Released = &rule.Release{How: "call", Function: "example.com/shop/api.Feed", Position: at("api/feed.go", 40, 9)}
	looped.Released = &rule.Release{How: "callback", Function: "(*example.com/shop/repo.Orders).Create", Position: at("repo/orders.go", 19, 12)}
	looped.InLoop = true
	apart.Goroutine = true
	one := func(kind, function, route, sessions string, most int, takes ...rule.Taken) rule.EntryPoint {
		return rule.EntryPoint{
			Kind: kind, Framework: "net/http", Function: "example.com/shop/api." + function, Route: route,
			Position: at("api/server.go", 12, 2), Sessions: sessions, AtMost: most, Takes: takes,
		}
	}
	several := one("request", "Several", "GET /a", rule.SeveralSessions, 2, pool, tx)
	several.Routes = []string{"GET /a", "GET /b", "GET /c", "GET /d", "GET /e"}
	noted := one("request", "One", "POST /orders", rule.OneSession, 1, tx)
	noted.Given = &rule.Given{How: "middleware", Symbol: "(*database/sql.DB).BeginTx", Function: "example.com/shop/api.Tx", Position: at("api/tx.go", 5, 9)}
	noted.Broken = []rule.Broken{{Rule: "SL201", Position: at("repo/i.go", 9, 9)}}
	start := one("startup", "init#1", "", rule.NoSession, 0)
	start.Framework = ""
	return []rule.EntryPoint{
		one("stream", "Feed", "GET /feed", rule.OneSession, 1, demand),
		several, noted,
		one("request", "Each", "GET /each", rule.SessionPerIteration, 1, looped, pool),
		one("request", "Health", "GET /health", rule.NoSession, 0),
		one("background", "Later", "", rule.NoSession, 0, apart),
		start,
	}
}

func unseenPlaces() []rule.Unseen {
	return []rule.Unseen{
		{Kind: "build-tags", Position: rule.Position{File: "api/old_windows.go"}},
		{Kind: "function-value", Function: "example.com/shop/api.hook", Position: at("api/hook.go", 7, 2)},
		{Kind: "interface-call", What: "example.com/shop/api.Notifier.Notify", Function: "example.com/shop/api.tell", Position: at("api/tell.go", 9, 4)},
		{Kind: "new-kind", Position: at("api/tell.go", 10, 4)},
	}
}
