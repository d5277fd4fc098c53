import { expect, test } from 'vitest'
import { canonicalHost, siteIn } from './site-match'

test.each([
	['example.org', 'example.org'],
	['https://Example.ORG/path?x#y', 'example.org'],
	['*.example.org', 'example.org'],
	['bücher.example', 'xn--bcher-kva.example'],
	['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
	['localhost', null],
	['no words', null],
	['user@example.org', null],
	['', null],
])('the host of %s is %s', (typed, host) => expect(canonicalHost(typed)).toBe(host))

test.each([
	['see https://example.org/x', true],
	['see [this](https://www.Example.org)', true],
	['example.org is good', true],
	['ｅｘａｍｐｌｅ.org', true],
	['exam\u00adple.org', true],
	['example。org', true],
	['-example.org', true],
	['请看example.org网站', true],
	['ends with example.org.', true],
	['myexample.org', false],
	['example.org.evil.test', false],
	['an example. organisation', false],
])('%s names example.org: %s', (text, isNamed) =>
	expect(siteIn(text, ['other.test', 'example.org'])).toBe(isNamed ? 'example.org' : null),
)
