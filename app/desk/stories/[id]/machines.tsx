import { machinesAction } from '@/app/desk/stories/machine-actions'
import { MachinesForm } from '@/components/desk/stories/machines-form'
import type { StoryDraft } from '@/domain/articles/stories'
import { sitePolicy } from '@/domain/machines'
import type { SiteSettings } from '@/domain/settings'

/** The form of a story's answers to machines, with those of the site. */
export function Machines({ story, site }: { story: StoryDraft; site: SiteSettings }) {
	const policy = sitePolicy(site)
	return (
		<MachinesForm
			storyId={story.id}
			own={story.machines}
			site={policy.site}
			hasLicence={policy.licence !== null}
			action={machinesAction}
		/>
	)
}
