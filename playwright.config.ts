import { defineConfig } from '@playwright/test'
import { address } from './e2e/support/env'
import { foundBrowser } from './scripts/browser.mjs'

/**
 * Every test opens a window. In each of them Chromium keeps two pages ready for its address bar and a process
 * for the next page, and made more work of these than of ours. Only the last list of features counts, so those
 * that Playwright switches off are named again.
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
	// Bars of votes have their new width at once.
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
const SETTINGS = ['**/settings.spec.ts', '**/directions.spec.ts']
const BUDGETS = '**/budgets.spec.ts'
const ALONE = [...SETTINGS, BUDGETS]

export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.spec.ts',
	globalSetup: './e2e/support/global-setup.ts',
	fullyParallel: true,
	workers: 2,
	// A shared machine with two cores can be slow; what never comes is late all the same.
	timeout: 90_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	forbidOnly: true,
	projects: [
		{ name: 'with scripts', testIgnore: ALONE, use: browser },
		// What readers and editors do must also work as plain documents and forms.
		{ name: 'without scripts', testIgnore: ALONE, grepInvert: /@scripts/, use: plain },
		// Settings are the whole house's, so these journeys have it to themselves.
		{
			name: 'settings',
			testMatch: SETTINGS,
			use: browser,
			dependencies: ['with scripts', 'without scripts'],
		},
		{
			name: 'settings without scripts',
			testMatch: SETTINGS,
			grepInvert: /@scripts/,
			use: plain,
			dependencies: ['settings'],
		},
		// Pages are weighed as they lie ready, which they do while nobody writes.
		{ name: 'budgets', testMatch: BUDGETS, use: browser, dependencies: ['settings without scripts'] },
	],
})
