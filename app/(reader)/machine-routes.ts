import { licenseXml } from '@/components/machines/license'
import { LICENSE_TYPE } from '@/components/machines/page-signals'
import { robotsText } from '@/components/machines/robots'
import { tdmrepJson } from '@/components/machines/tdmrep'
import { machinePolicy } from '@/domain/machines'
import type { MachinePolicy } from '@/lib/machine-answers'
import { absoluteUrl } from '@/lib/site-url'
import type { FileRoute } from '@/server/rendered-files'
import { SITEMAP_PATHS } from './sitemap/sitemap-routes'

/** The policy with the sitemaps of this site. */
export const sitePolicyForMachines = (): Promise<MachinePolicy> =>
	machinePolicy(SITEMAP_PATHS.map(absoluteUrl))

const file = (path: RegExp, type: string, write: (policy: MachinePolicy) => string): FileRoute => ({
	path,
	render: async () => ({ type: `${type}; charset=utf-8`, text: write(await sitePolicyForMachines()) }),
})

/** The site's terms for machines, each written from the same value. */
export const MACHINE_ROUTES: FileRoute[] = [
	file(/^\/robots\.txt$/, 'text/plain', robotsText),
	file(/^\/license\.xml$/, LICENSE_TYPE, licenseXml),
	file(/^\/\.well-known\/tdmrep\.json$/, 'application/json', tdmrepJson),
]
