import { accountForm } from '@/app/_http/account-form'
import { enforceRateLimit } from '@/app/_http/rate-limits'
import { collectOwnData } from '@/domain/own-data/collect'
import { siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { ownDataPage } from './own-data-page'

/** Everything stored about the viewer's account, as an HTML page or as JSON. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (viewer, { format }) => {
			await enforceRateLimit('download', viewer.person.id)
			const data = await collectOwnData(viewer)
			const site = await siteSettings()
			const madeAt = new Date()
			if (format === 'html') return file('html', 'text/html', ownDataPage(data, site, madeAt))
			const about = { site: site.siteName, address: env.siteUrl, madeAt }
			return file('json', 'application/json', `${JSON.stringify({ ...about, ...data }, null, '\t')}\n`)
		},
	})

const file = (ending: string, type: string, text: string): Response =>
	new Response(text, {
		headers: {
			'Content-Type': `${type}; charset=utf-8`,
			'Content-Disposition': `attachment; filename="my-data.${ending}"`,
			'Cache-Control': 'no-store',
		},
	})
