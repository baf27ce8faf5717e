package config

import "github.com/sessionlint/sessionlint/analyzer/rule"

// root is the description of the whole file. Each doc is what editors show.
func root() *spec {
	return &spec{kind: aMap, doc: "Settings of sessionlint for one module or repository.", fields: []field{
		{"policy", false, policySpec()},
		{"families", false, &spec{kind: aChoice, doc: "Which libraries count: default, extended, or names of families of the catalog.", either: []*spec{
			{kind: aText}, {kind: aList, of: &spec{kind: aText}},
		}}},
		{"scope", false, &spec{doc: "Which paths the rules on held sessions look at.", words: []string{"request", "all"}}},
		{"tests", false, &spec{kind: aBool, doc: "Analyse _test.go files too."}},
		{"rules", false, rulesSpec()},
		{"exclude", false, &spec{kind: aList, doc: "Files in which nothing is reported: paths relative to this file, in which * stands for part of a name and ** for any folders. The audit still lists what they acquire.", of: globSpec()}},
		{"baseline", false, &spec{doc: "The file of known findings, which are not reported: a path relative to this file. sessionlint baseline write makes it. go vet does not look at it.", check: checkRelative, pattern: `^[^/\\][^\\]*$`}},
		{"catalog", false, catalogSpec()},
		{"approve", false, approveSpec()},
	}}
}

func policySpec() *spec {
	levels := func(doc string) *spec {
		return &spec{doc: doc, words: []string{rule.Standard.String(), rule.Strict.String(), rule.Relaxed.String()}}
	}
	return &spec{kind: aChoice, doc: "How sessions and transactions on request and stream paths are judged.", either: []*spec{
		levels("For requests and streams."),
		{kind: aMap, fields: []field{
			{"request", false, levels("On request paths.")},
			{"stream", false, levels("On stream paths.")},
		}},
	}}
}

// ruleSettings are what a rule can be set to.
var ruleSettings = []string{"off", "on", "error", "warning", "info"}

func rulesSpec() *spec {
	return &spec{
		kind: aMap, doc: "Rules by id or name: off, on, or the severity with which they are reported.",
		keys: &spec{check: checkRule, words: ruleNames()}, values: &spec{words: ruleSettings},
	}
}

func globSpec() *spec {
	return &spec{check: checkGlob, pattern: `^[^/\\]([^\\]*[^/\\])?$`}
}

func catalogSpec() *spec {
	return &spec{kind: aMap, doc: "What counts, beside the built-in catalog.", fields: []field{
		{"acquire", false, listOf("Functions and types that acquire a resource.", acquireSpec())},
		{"cheap", false, listOf("Lookalikes that acquire nothing, such as a constructor that only wraps a pool.", symbolSpec("A function or method."))},
		{"remove", false, listOf("Functions, methods, types or signatures of the built-in catalog that are to mean nothing.", &spec{check: checkRemoval, pattern: removalPattern})},
		{"entries", false, listOf("Where requests, streams and other work come into the program.", entrySpec())},
		{"background", false, listOf("Functions that start background work with a function they are given.", launcherSpec())},
		{"containers", false, listOf("Functions of dependency injection that run the constructor they are given once.", launcherSpec())},
		{"begin-helpers", false, listOf("Functions that run a callback inside a session or transaction which they begin and end.", helperSpec())},
		{"session-types", false, listOf("Types whose values are sessions or transactions that somebody began.", typeSpec("A type."))},
	}}
}

func acquireSpec() *spec {
	return &spec{kind: aMap, fields: []field{
		{"symbol", true, symbolSpec("The function or method; with from: literal, the type.")},
		{"kind", true, &spec{doc: "What it obtains.", words: []string{"pool", "conn", "session", "tx", "checkout"}}},
		{"from", false, &spec{doc: "Where the resource appears: result (the default) or result1 and so on, receiver, argument0 and so on, or literal for a composite literal of a type.",
			check: checkOrigin, pattern: `^(result[0-9]?|receiver|argument[0-9]|literal)$`}},
		{"release", false, listOf("Names of the methods or functions that end it.", &spec{check: checkRelease, pattern: releasePattern})},
		{"auto", false, &spec{kind: aBool, doc: "It ends the resource by itself."}},
	}}
}

func entrySpec() *spec {
	return &spec{
		kind: aMap, oneOf: []string{"type", "interface", "signature", "parameter", "call"},
		fields: []field{
			{"kind", true, &spec{doc: "What comes in.", words: []string{"request", "stream", "background", "startup", "cli"}}},
			{"type", false, typeSpec("A named function type: functions converted to it are entry points.")},
			{"interface", false, typeSpec("An interface: its methods are entry points of the types converted to it.")},
			{"methods", false, listOf("Of an interface: which methods. Needed there.", &spec{check: checkName, pattern: namePattern})},
			{"signature", false, &spec{doc: "A function type: functions with these parameters and results are entry points.", check: checkSignature, pattern: `^func\(.+$`}},
			{"parameter", false, typeSpec("A type: a function with a parameter of it, or of a pointer to it, is an entry point.")},
			{"call", false, symbolSpec("A function that registers handlers.")},
			{"argument", false, argumentSpec()},
		},
	}
}

func launcherSpec() *spec {
	return &spec{kind: aMap, fields: []field{
		{"call", true, symbolSpec("The function or method.")},
		{"argument", false, argumentSpec()},
	}}
}

func argumentSpec() *spec {
	return &spec{kind: aNumber, most: maxArgument, doc: "Which argument the function is, counted from 0 without the receiver. Without it, every argument."}
}

func helperSpec() *spec {
	return &spec{kind: aMap, fields: []field{
		{"symbol", true, symbolSpec("The function or method.")},
		{"kind", false, &spec{doc: "What it begins; tx without it.", words: []string{"tx", "session", "checkout"}}},
		{"argument", true, &spec{kind: aNumber, most: maxArgument, doc: "Which argument the callback is, counted from 0 without the receiver."}},
		{"parameter", false, &spec{kind: aNumber, most: maxArgument, doc: "Which parameter of the callback is the session, counted from 0. Without it the session reaches the callback in another way."}},
	}}
}

// maxArgument is more than any registration has; the catalog keeps a byte.
const maxArgument = 20

func approveSpec() *spec {
	return &spec{kind: aMap, doc: "Places that are right, and why.", fields: []field{
		{"providers", false, listOf("Functions that exist to hand out a resource.", approvalSpec())},
		{"background", false, listOf("Functions that run in the background.", approvalSpec())},
	}}
}

func approvalSpec() *spec {
	return &spec{kind: aMap, fields: []field{
		{"symbol", true, &spec{doc: "A function or method, or several: example.com/shop/repo.Open, (*example.com/shop/repo.DB).Begin, example.com/shop/repo.*, example.com/shop/....*", check: checkPattern, pattern: `^[^\s]+\.[^\s.]+$`}},
		{"reason", true, &spec{doc: "Why it is right. People read it in the audit.", ask: "say why it is right"}},
		{"owner", false, &spec{doc: "Who answers for it."}},
		{"until", false, &spec{doc: "The last day on which it holds, as in 2026-12-31.", check: checkDate, format: "date", pattern: `^\d{4}-\d{2}-\d{2}$`}},
		{"on", false, &spec{doc: "request: it also holds on a path of a request that runs it in the foreground or more than once.", words: []string{"request"}}},
	}}
}

func listOf(doc string, of *spec) *spec { return &spec{kind: aList, doc: doc, of: of} }

func symbolSpec(doc string) *spec {
	return &spec{doc: doc, check: checkSymbol, pattern: symbolPattern}
}

func typeSpec(doc string) *spec { return &spec{doc: doc, check: checkType, pattern: typePattern} }
