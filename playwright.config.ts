import { defineConfig } from '@playwright/test'
import { address } from './e2e/house'

const browser = {
	baseURL: address,
	launchOptions: {
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
	},
}

export default defineConfig({
	testDir: 'e2e',
	globalSetup: './e2e/open-house.ts',
	fullyParallel: true,
	workers: 2,
	timeout: 45_000,
	reporter: [['list']],
	forbidOnly: true,
	projects: [
		{ name: 'with scripts', use: browser },
		// What readers and editors do must also work as plain documents and forms.
		{ name: 'without scripts', grepInvert: /@scripts/, use: { ...browser, javaScriptEnabled: false } },
	],
})
