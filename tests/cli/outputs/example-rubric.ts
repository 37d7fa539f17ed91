import type { ReportRubric } from "../../../cli/outputs/framework";

const titles = `
TP1 Investigating practice|Professional development includes investigation of own and each other's practice.
TP2 Applied professional development|Professional development is based on best practices and has direct application to improving practice and increasing learning.
TP3 Accountable inquiry|Professional development is grounded in accountability and participant's questions about their work.
TP4 Shared targets, plans and agenda|The community shares clear learning targets, lesson planning, and goals with predefined focused agendas.
TP5 Open sharing|The community openly shares about progress, findings, success and areas for growth.
TP6 Notes kept for use|Detailed and specific notes are available for reference and future meetings.
SB1 Norms|The community shares pre-established group norms to facilitate positive and effective interaction with all members.
SB2 Collective responsibility|The community shares a structured collective responsibility for student learning.
SB3 Democratic decisions|Instructional decisions about professional development are democratic, inclusive, and binding.
SB4 Supported risk-taking|Risk-taking and innovation are supported with opportunities and aligned resources.
SB5 Informed inquiry|Professional inquiry is informed by what is currently known about teaching and learning.
SB6 Resources follow learning needs|Practice, planning and resource allocation integrate professional development needs.
CT1 Trust and encouragement|A climate of relationships, trust, encouragement is the foundation for new learning.
CT2 Peer coaching|Peer coaching skills and practices develop safe environment for collegial conversations.
CT3 Mentorship|Mentorship is used to support instructional growth.
CT4 Peer observation|Peer observations are used to study and to develop exemplary and emerging practices.
CT5 Collegial research|Collegial research (e.g. collaborative action research) is included in professional development.
CT6 Distributed leadership|Distributive leadership is shared among staff to build capacity.
SL1 Accelerating achievement|The community focuses on their ability to accelerate student achievement.
SL2 Team as unit of change, learner by learner|The community is valued as the fundamental unit of change, focusing on individual learning.
SL3 Student work as source|Student work is a primary source for adjusting instruction and gauging progress in learning.
SL4 Adopting validated ideas|The community adapts to and accommodates new ideas and practices validated by action research.
SL5 Timely intervention|Interventions are timely and based on student work and assessment to ensure all students are achieving at high levels.
RD1 Data-driven discussion|Meetings regularly include data driven discussions about teaching and learning.
RD2 Evidence-based discourse|Professional discourse is based on evidence of student learning and professional research.
RD3 Structured, sustained dialogue|Opportunities for professional discourse are frequent, structured, consistent, and sustained during meetings.
RD4 Reflection and adjustment|Continuous improvement in teaching and learning is fostered through reflection on practice, data and adjustments for learning.
RD5 Needs-based, embedded development|Professional development is structured based on staff needs and is embedded by mentoring and practice.`;

/** A rubric for tests: five dimensions, 28 indicators, without the parts that reports do not show. */
export const exampleRubric: ReportRubric = {
  title: "Professional Learning Communities Model",
  dimensions: [
    { key: "TP", title: "Transparent and Public Practice", short: "Public practice" },
    { key: "SB", title: "Shared Beliefs/Norms and Core Values", short: "Norms and values" },
    { key: "CT", title: "Collaboration and Teamwork", short: "Collaboration" },
    { key: "SL", title: "Collective Focus on Student Learning", short: "Student learning" },
    { key: "RD", title: "Reflective Dialogue and Feedback", short: "Reflection" },
  ],
  indicators: titles
    .trim()
    .split("\n")
    .map((line) => {
      const [title = "", text = ""] = line.slice(4).split("|");
      return { code: line.slice(0, 3), dimension: line.slice(0, 2), title, text };
    }),
};
