import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { showDeskError } from '@/app/_http/page-errors'
import { deskViewer } from '@/app/desk/desk-viewer'
import { NOTICES, noticeIn, type Search } from '@/app/desk/notices'
import { ColleagueQuestion } from '@/components/desk/start/colleague-question'
import { DemoQuestion } from '@/components/desk/start/demo-question'
import { acceptedLanguage } from '@/components/desk/start/language-options'
import { LanguageQuestion } from '@/components/desk/start/language-question'
import { NameQuestion } from '@/components/desk/start/name-question'
import { Question } from '@/components/desk/start/question'
import { Ready } from '@/components/desk/start/ready'
import { SectionsQuestion } from '@/components/desk/start/sections-question'
import { listSections } from '@/domain/articles/lists'
import { listDemoSections } from '@/domain/demo/adopt'
import { planRemoval } from '@/domain/demo/plan'
import { hasDemo } from '@/domain/demo/rows'
import type { FirstRun, FirstRunStep } from '@/domain/first-run'
import { grantableRoles } from '@/domain/invite'
import type { StaffViewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import {
	colleagueAction,
	demoAction,
	dismissAction,
	languageAction,
	nameAction,
	sectionsAction,
} from '../actions'
import { firstRunOf, nextPath, previousPath, stepPath } from '../steps'

type Props = { params: Promise<{ step: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'Set up the site' }

export default async function StepPage({ params, searchParams }: Props) {
	const { step } = await params
	const deskUser = await deskViewer(stepPath(step), 'change settings')
	const run = await firstRunOf(deskUser)
	const index = run.steps.findIndex((each) => each.step === step)
	const current = run.steps[index]
	if (!current && step !== 'ready') return showDeskError(404, 'Not on the desk', 'There is no such question.')
	const back = previousPath(run, step)
	if (!current) {
		const open = run.dismissed ? [] : run.steps.filter(({ answered }) => !answered)
		const notice = run.dismissed ? await noticeIn(searchParams) : null
		return <Ready open={open.map((each) => each.step)} back={back} notice={notice} dismiss={dismissAction} />
	}
	return (
		<Question
			step={current.step}
			number={index + 1}
			of={run.steps.length}
			back={back}
			next={nextPath(run, step)}
			answered={current.answered}
		>
			{await QUESTIONS[current.step]({ deskUser, run, notice: await noticeIn(searchParams) })}
		</Question>
	)
}

type Context = { deskUser: StaffViewer; run: FirstRun; notice: string | null }

const isAnswered = ({ steps }: FirstRun, step: FirstRunStep): boolean =>
	steps.some((each) => each.step === step && each.answered)

const QUESTIONS: Record<FirstRunStep, (context: Context) => Promise<ReactNode>> = {
	name: async ({ run }) => {
		const { siteName } = await siteSettings()
		return <NameQuestion name={isAnswered(run, 'name') ? siteName : ''} action={nameAction} />
	},
	language: async ({ run }) => {
		const { language, timeZone } = await siteSettings()
		const answered = isAnswered(run, 'language')
		const accepted = acceptedLanguage((await headers()).get('accept-language') ?? '')
		return (
			<LanguageQuestion
				language={answered ? language : (accepted ?? language)}
				timeZone={timeZone}
				guesses={!answered}
				action={languageAction}
			/>
		)
	},
	sections: async ({ deskUser }) => {
		const demo = await listDemoSections(deskUser)
		const own = (await listSections()).filter(({ name }) => !demo.some((each) => each.name === name))
		return <SectionsQuestion own={own.map(({ name }) => name)} demo={demo} action={sectionsAction} />
	},
	colleague: async ({ deskUser, notice }) => (
		<ColleagueQuestion
			roles={grantableRoles(deskUser)}
			mails={env.smtpUrl !== ''}
			notice={notice === NOTICES.invitationMailed ? notice : null}
			action={colleagueAction}
		/>
	),
	demo: async ({ deskUser }) => (
		<DemoQuestion plan={(await hasDemo()) ? await planRemoval(deskUser) : null} action={demoAction} />
	),
}
