import { TextArea, TextField } from '@/components/desk/form/fields'
import type { MissingFact } from '@/domain/organisation'
import type { SiteSettings } from '@/domain/settings'
import styles from './settings.module.css'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

type TextKey = {
	[Key in keyof SiteSettings]: SiteSettings[Key] extends string ? Key : never
}[keyof SiteSettings]
type Fact = { name: TextKey; label: string; hint?: string; type?: string }

const PUBLISHER: Fact[] = [
	{ name: 'orgLegalName', label: 'Legal name' },
	{ name: 'orgFounded', label: 'Founded', hint: 'The year, such as 1998' },
	{ name: 'orgLanguages', label: 'Languages of the newsroom', hint: 'Language tags, such as en, cy' },
]
const CONTACT: Fact[] = [
	{ name: 'orgAddress', label: 'Postal address', hint: 'In one line' },
	{ name: 'orgEmail', label: 'Mail address', type: 'email' },
	{ name: 'orgPhone', label: 'Telephone', type: 'tel' },
]
const POLICIES: Fact[] = [
	{ name: 'orgEthicsUrl', label: 'Ethics policy', hint: 'Empty: the page /ethics, once it is published' },
	{ name: 'orgCorrectionsUrl', label: 'Corrections policy', hint: 'Empty: the page /ethics' },
	{ name: 'orgOwnershipUrl', label: 'Ownership and funding', hint: 'Empty: the page /ownership' },
	{ name: 'orgFeedbackUrl', label: 'How readers reach the newsroom', hint: 'Empty: the page /contact' },
]

/** Facts about the publisher. */
export function OrganisationForm({ settings, action, notice }: SettingsFormProps) {
	const field = ({ name, label, hint, type }: Fact) => (
		<TextField key={name} name={name} label={label} hint={hint} type={type} value={settings[name]} />
	)
	return (
		<SettingsForm id="organisation" path="/desk/settings/organisation" action={action} notice={notice}>
			<Group title="The publisher">{PUBLISHER.map(field)}</Group>
			<Group title="Contact">{CONTACT.map(field)}</Group>
			<Group title="Ownership and money">
				<TextArea
					name="orgOwnership"
					label="Owners"
					hint="Who owns the publisher, in a sentence or two"
					value={settings.orgOwnership}
					rows={2}
				/>
				<TextArea
					name="orgFunding"
					label="Funding"
					hint="Where the money comes from"
					value={settings.orgFunding}
					rows={2}
				/>
				{field({
					name: 'orgParentUrl',
					label: 'Site of the owner',
					hint: 'If another organisation owns the publisher',
				})}
				<TextArea
					name="orgMemberOf"
					label="Associations"
					hint="Addresses of press councils and associations that the publisher belongs to, one a line"
					value={settings.orgMemberOf.join('\n')}
					rows={2}
				/>
			</Group>
			<Group title="Accessibility">
				<TextArea
					name="accessibilityLimits"
					label="Limits of your own"
					hint="What does not work for everybody yet, such as videos without captions; shown on the page /accessibility"
					value={settings.accessibilityLimits}
					rows={3}
				/>
				{field({
					name: 'accessibilityReviewedOn',
					label: 'Day of your last review',
					type: 'date',
					hint: 'When somebody in the newsroom last went through that page',
				})}
			</Group>
			<Group title="Addresses of policies">{POLICIES.map(field)}</Group>
		</SettingsForm>
	)
}

/** The missing facts. */
export function MissingFacts({ missing }: { missing: MissingFact[] }) {
	return (
		<section className={styles.missing} aria-labelledby="missing-heading">
			<h2 id="missing-heading">{missing.length > 0 ? 'What is missing' : 'Nothing is missing'}</h2>
			<p>
				Search engines and other machines read these facts with every story, and readers judge a newsroom by
				them. None is required.
			</p>
			{missing.length > 0 && (
				<ul>
					{missing.map(({ key, text }) => (
						<li key={key}>{text}</li>
					))}
				</ul>
			)}
		</section>
	)
}
