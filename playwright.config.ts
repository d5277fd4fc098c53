import { defineConfig } from '@playwright/test'
import { address } from './e2e/support/env'
import { foundBrowser } from './scripts/browser.mjs'

/**
 * Chromium features switched off. For each window (one per test) Chromium preloads two pages of its address bar and
 * a spare renderer, which cost more time than the pages under test. Only the last `--disable-features` list counts,
 * so this list includes the features that Playwright disables.
 */
const FEATURES_OFF = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'SpareRendererForSitePerProcess',
	'AimEnabled',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
	'ThirdPartyStoragePartitioning',
]

const browser = {
	// Vote bars get their new width without a transition.
	contextOptions: { reducedMotion: 'reduce' as const },
	baseURL: address,
	launchOptions: {
		executablePath: foundBrowser(),
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--disable-background-networking',
			`--disable-features=${FEATURES_OFF.join(',')}`,
		],
	},
}

const plain = { ...browser, javaScriptEnabled: false }
const SETTINGS = [
	'**/settings.spec.ts',
	'**/settings-comments.spec.ts',
	'**/directions.spec.ts',
	'**/sections.spec.ts',
	'**/offline.spec.ts',
]
const BUDGETS = '**/budgets.spec.ts'
const ALONE = [...SETTINGS, BUDGETS]

export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.spec.ts',
	globalSetup: './e2e/support/global-setup.ts',
	fullyParallel: true,
	workers: 2,
	// Generous for a shared machine with two cores; a real hang exceeds it too.
	timeout: 90_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	forbidOnly: true,
	projects: [
		// First: transfer sizes are those of the demo edition, and of cached pages, so that no test may write meanwhile.
		{ name: 'budgets', testMatch: BUDGETS, use: browser },
		{ name: 'with scripts', testIgnore: ALONE, use: browser, dependencies: ['budgets'] },
		// The same tests without JavaScript: all journeys must work with plain documents and forms.
		{
			name: 'without scripts',
			testIgnore: ALONE,
			grepInvert: /@scripts/,
			use: plain,
			dependencies: ['budgets'],
		},
		// Settings apply to the whole site, so their tests run after all others, and one at a time.
		{
			name: 'settings',
			testMatch: SETTINGS,
			workers: 1,
			use: browser,
			dependencies: ['with scripts', 'without scripts'],
		},
		{
			name: 'settings without scripts',
			testMatch: SETTINGS,
			workers: 1,
			grepInvert: /@scripts/,
			use: plain,
			dependencies: ['settings'],
		},
	],
})
