import type { Logo } from '@/domain/settings'

type Props = { site: { siteName: string; logo: Logo | null } }

/** The site's logo, or its name in words. */
export function SiteName({ site: { siteName, logo } }: Props) {
	if (!logo) return siteName
	return (
		<img src={`/site/${logo.name}`} width={logo.width} height={logo.height} alt={siteName} data-logo="" />
	)
}
